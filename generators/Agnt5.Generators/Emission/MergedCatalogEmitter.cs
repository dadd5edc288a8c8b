using System.Globalization;
using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the catalog that joins the components of the assembly with those of referenced assemblies.</summary>
internal static class MergedCatalogEmitter
{
    public const string Name = "MergedCatalog";

    /// <summary>Writes the catalog, or returns <see langword="null"/> when the assembly's own is the only one.</summary>
    public static string? Emit(EquatableArray<ManifestEntry> own, AssemblyModel assembly)
    {
        if (!assembly.HasReferencedComponents)
            return null;

        var catalogs = MergedComponents.CatalogsOf(own, assembly);
        var merged = MergedComponents.Of(catalogs);
        var source = SourceWriter.File(assembly.Namespace);
        source.Line("/// <summary>The components of this assembly and of those that it references.</summary>");
        source.Open($"internal sealed class {Name} : {Catalog}");
        for (var i = 0; i < catalogs.Count; i++)
            source.Line($"private static readonly {catalogs[i].Type} {Field(i)} = new();");
        source.Line();
        source.Line("/// <inheritdoc/>");
        source.Line($"public override global::System.Collections.Generic.IReadOnlyList<{Descriptor}> Components {{ get; }} =");
        source.OpenList();
        foreach (var component in merged)
            source.Line($"{Field(component.Catalog)}.Components[{component.Index.ToString(CultureInfo.InvariantCulture)}],");
        source.CloseList();
        source.Line();
        CatalogEmitter.WriteManifest(merged.Select(static component => component.Entry).ToEquatableArray(), source);
        source.Line();
        source.Line("/// <inheritdoc/>");
        var found = string.Join(" ?? ", catalogs.Select(static (_, index) => $"{Field(index)}.Find(type, name)"));
        source.Line($"public override {Descriptor}? Find({ComponentType} type, global::System.ReadOnlySpan<byte> name) => {found};");
        source.Close();
        return source.ToString();
    }

    private static string Field(int catalog) => "Catalog" + catalog.ToString(CultureInfo.InvariantCulture);
}
