using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>
/// Reads the stubs of components of referenced assemblies, for a project that tests them. The compiler asks at every key stroke, and reading all methods of an assembly takes long: the answer is
/// remembered for as long as the project's references stay the same.
/// </summary>
internal static class ReferencedStubs
{
    // By the reference to the SDK, which many projects of an editor may share, and then by the project.
    private static readonly ConditionalWeakTable<MetadataReference, ConcurrentDictionary<string, Answer>> Known = new();

    /// <summary>The stubs, by assembly and component. None in a project without tests.</summary>
    public static EquatableArray<StubModel> Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (OldLanguage.Of(compilation) is not null || KnownSymbols.Of(compilation) is not { HasTesting: true } known
            || compilation.GetMetadataReference(known.ComponentContext.ContainingAssembly) is not { } sdk)
            return default;

        var answers = Known.GetOrCreateValue(sdk);
        var project = compilation.AssemblyName ?? "";
        if (answers.TryGetValue(project, out var remembered) && remembered.IsOf(compilation))
            return remembered.Stubs;

        var stubs = Read(known, cancellationToken);
        answers[project] = new(compilation.ExternalReferences, stubs);
        return stubs;
    }

    private static EquatableArray<StubModel> Read(KnownSymbols known, CancellationToken cancellationToken)
    {
        var stubs = new List<StubModel>();
        var taken = new HashSet<(ComponentKind, string)>();
        foreach (var catalog in ReferencedComponent.CatalogsOf(known.Compilation, known))
        {
            var listed = new HashSet<(ComponentKind, string)>(ReferencedComponent.In(catalog, known).Select(static component => (component.Kind, component.Name)));
            if (listed.Count == 0)
                continue;
            stubs.AddRange(
                from type in TypesIn(catalog.ContainingAssembly.GlobalNamespace)
                from method in type.GetMembers().OfType<IMethodSymbol>()
                where known.Compilation.IsSymbolAccessibleWithin(method, known.Compilation.Assembly)
                from mark in ComponentMark.Of(method, known)
                let component = (mark.Kind, mark.NameOf(method))
                // Of components of one type and name, the first assembly's is in the catalog.
                where listed.Contains(component) && taken.Add(component)
                select StubParser.ParseReferenced(method, mark, known, cancellationToken));
        }

        return stubs.OrderBy(static stub => stub.Identifier, StringComparer.Ordinal).ToEquatableArray();
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
                foreach (var nested in TypesIn(inner))
                    yield return nested;
        }
    }

    private sealed class Answer(ImmutableArray<MetadataReference> references, EquatableArray<StubModel> stubs)
    {
        public EquatableArray<StubModel> Stubs => stubs;

        public bool IsOf(Compilation compilation)
        {
            var others = compilation.ExternalReferences;
            return others == references || (others.Length == references.Length && !others.Where((other, index) => !ReferenceEquals(other, references[index])).Any());
        }
    }
}
