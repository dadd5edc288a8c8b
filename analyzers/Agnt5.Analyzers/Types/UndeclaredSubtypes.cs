using System.Collections.Concurrent;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Types;

/// <summary>
/// AGT2012: gathers the types that declare subtypes and cross the wire, and the classes of the project that derive from anything. When all has been read it reports those that derive from such a
/// type and that it does not declare.
/// </summary>
internal sealed class UndeclaredSubtypes(KnownSymbols known)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, byte> _polymorphic = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<INamedTypeSymbol> _derived = [];

    public void AddUsed(TypeExploration exploration)
    {
        foreach (var type in exploration.Polymorphic)
            _polymorphic.TryAdd(type, 0);
    }

    public void AddDeclared(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false, IsGenericType: false }
            && (type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } || !type.Interfaces.IsEmpty))
            _derived.Add(type);
    }

    public void Report(CompilationAnalysisContext context)
    {
        if (_polymorphic.IsEmpty)
            return;
        // What each type declares. A type that says that others are written as itself is left out.
        var declared = new Dictionary<INamedTypeSymbol, HashSet<ISymbol>>(SymbolEqualityComparer.Default);
        foreach (var declaring in _polymorphic.Keys.Where(declaring => !Allows(declaring)))
            declared.Add(declaring, new(JsonAttributes.DerivedTypes(declaring, known).Select(static one => (ISymbol)one.Type), SymbolEqualityComparer.Default));
        foreach (var type in _derived)
            foreach (var declaring in Above(type))
                if (declared.TryGetValue(declaring, out var subtypes) && !subtypes.Contains(type))
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rules.UndeclaredSubtype,
                        type.Locations[0],
                        declaring.Locations.Where(location => location.SourceTree is { } tree && context.Compilation.ContainsSyntaxTree(tree)),
                        type.Name,
                        declaring.Name,
                        Remedy(type, declaring)));
    }

    private static IEnumerable<INamedTypeSymbol> Above(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            yield return current;
        foreach (var implemented in type.AllInterfaces)
            yield return implemented;
    }

    private bool Allows(INamedTypeSymbol declaring) =>
        JsonAttributes.Named<int>(JsonAttributes.PolymorphicOf(declaring, known), "UnknownDerivedTypeHandling") is not (null or 0);

    private string Remedy(INamedTypeSymbol type, INamedTypeSymbol declaring) => SymbolEqualityComparer.Default.Equals(declaring.ContainingAssembly, known.Compilation.Assembly)
        ? $"add [JsonDerivedType(typeof({type.Name}), \"{JsonNames.CamelCase(type.Name)}\")] to '{declaring.Name}'"
        : $"only the assembly '{declaring.ContainingAssembly.Name}' can declare it, with [JsonDerivedType]; "
            + $"or give the data in a type of this project that does not derive from '{declaring.Name}'";
}
