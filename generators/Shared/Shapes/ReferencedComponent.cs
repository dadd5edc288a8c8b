using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>A component that a referenced assembly brings, as its catalog says.</summary>
internal readonly record struct ReferencedComponent(ComponentKind Kind, string Name, string AssemblyName)
{
    /// <summary>The components of all referenced assemblies, by assembly name, so that the order does not depend on the command line.</summary>
    public static IEnumerable<ReferencedComponent> Of(Compilation compilation, KnownSymbols known) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => References(assembly, known.ComponentContext.ContainingAssembly.Name))
            .OrderBy(assembly => assembly.Name, StringComparer.Ordinal)
            .SelectMany(assembly => OfAssembly(assembly, known));

    private static IEnumerable<ReferencedComponent> OfAssembly(IAssemblySymbol assembly, KnownSymbols known) =>
        from mark in assembly.GetAttributes()
        where Same(mark.AttributeClass, known.CatalogAttribute)
        from catalog in mark.ConstructorArguments.Select(argument => argument.Value).OfType<INamedTypeSymbol>()
        from component in catalog.GetAttributes()
        where Same(component.AttributeClass, known.CatalogComponentAttribute)
        select component.ConstructorArguments into arguments
        where arguments is [{ Value: int }, { Value: string }, ..]
        select new ReferencedComponent((ComponentKind)(int)arguments[0].Value!, (string)arguments[1].Value!, assembly.Name);

    private static bool References(IAssemblySymbol assembly, string name) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == name));

    private static bool Same(ISymbol? symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);
}
