using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads the catalogs of referenced assemblies.</summary>
internal static class ReferencedCatalogs
{
    public static IEnumerable<CatalogReference> Of(Compilation compilation, KnownSymbols known) =>
        ReferencedComponent.CatalogsOf(compilation, known)
            .Select(catalog => new CatalogReference(TypeNames.CSharp(catalog), catalog.ContainingAssembly.Name, ComponentsOf(catalog, known), MetadataOf(catalog)));

    // Steps in a library's helpers record types that only the library's metadata knows.
    private static string? MetadataOf(INamedTypeSymbol catalog) =>
        catalog.ContainingNamespace.GetTypeMembers(GeneratedNames.Metadata) is [{ DeclaredAccessibility: Accessibility.Public } resolver]
            ? TypeNames.CSharp(resolver)
            : null;

    private static EquatableArray<ManifestEntry> ComponentsOf(INamedTypeSymbol catalog, KnownSymbols known) =>
        catalog.GetAttributes()
            .Where(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, known.CatalogComponentAttribute))
            .Select(static data => data.ConstructorArguments)
            .Where(static arguments => arguments is [{ Value: int }, { Value: string }, { Value: string }])
            .Select(static arguments => new ManifestEntry(
                (ComponentKind)(int)arguments[0].Value!, (string)arguments[1].Value!, (string)arguments[2].Value!, Identifier: ""))
            .OrderBy(static entry => entry, Comparer<ManifestEntry>.Create(ManifestEntry.Compare))
            .ToEquatableArray();
}
