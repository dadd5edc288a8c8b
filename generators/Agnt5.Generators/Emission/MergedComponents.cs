using Agnt5.Generators.Models;
using Agnt5.Shared;

namespace Agnt5.Generators.Emission;

/// <summary>One component among those of several catalogs.</summary>
/// <param name="Catalog">Which catalog it is in.</param>
/// <param name="Index">Where it is among that catalog's components.</param>
internal readonly record struct MergedComponent(ManifestEntry Entry, int Catalog, int Index);

/// <summary>
/// Joins catalogs in manifest order, the assembly's own first. Of two components of one type and name, which the analyzers reject, the first stays.
/// </summary>
internal static class MergedComponents
{
    public static IReadOnlyList<CatalogReference> CatalogsOf(EquatableArray<ManifestEntry> own, AssemblyModel assembly) =>
        [new($"global::{assembly.Namespace}.Catalog", "", own, Metadata: null), .. assembly.References.Where(static reference => reference.Components.Count > 0)];

    public static IReadOnlyList<MergedComponent> Of(IReadOnlyList<CatalogReference> catalogs) =>
    [
        .. catalogs
            .SelectMany(static (catalog, number) => catalog.Components.Select((entry, index) => new MergedComponent(entry, number, index)))
            .OrderBy(static component => component.Entry, Comparer<ManifestEntry>.Create(ManifestEntry.Compare))
            .GroupBy(static component => (component.Entry.Kind, component.Entry.Name))
            .Select(static same => same.First()),
    ];
}
