using System.Text;
using Agnt5.Generators.Models;
using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the catalog of the assembly's own components, if it has any, which referencing assemblies find by an assembly attribute.</summary>
internal static class CatalogEmitter
{
    public static string Emit(EquatableArray<ManifestEntry> components, AssemblyModel assembly)
    {
        var source = SourceWriter.File();
        source.Line($"[assembly: global::Agnt5.Generated.Agnt5CatalogAttribute(typeof(global::{assembly.Namespace}.Catalog))]");
        source.Line();
        source.Line($"namespace {assembly.Namespace};");
        source.Line();
        source.Line("/// <summary>The components of this assembly.</summary>");
        foreach (var component in components)
        {
            var entry = $"{ComponentType}.{component.Kind}, {CSharpText.Literal(component.Name)}, {CSharpText.Json(component.Json)}";
            source.Line($"[global::Agnt5.Generated.CatalogComponentAttribute({entry})]");
        }

        source.Open($"public sealed class Catalog : {GeneratedTypes.Catalog}");
        foreach (var component in components)
            source.Line($"private static readonly {component.Identifier}_Descriptor {component.Identifier} = new();");
        if (components.Count > 0)
            source.Line();
        WriteComponents(components, source);
        source.Line();
        WriteManifest(components, source);
        source.Line();
        WriteFind(components, source);
        source.Close();
        return source.ToString();
    }

    /// <summary>Writes the manifest's bytes.</summary>
    public static void WriteManifest(EquatableArray<ManifestEntry> components, SourceWriter source)
    {
        source.Line("/// <inheritdoc/>");
        source.Line($"public override global::System.ReadOnlySpan<byte> ManifestComponents => {CSharpText.Json(ManifestArray.Of(components))}u8;");
    }

    private static void WriteComponents(EquatableArray<ManifestEntry> components, SourceWriter source)
    {
        source.Line("/// <inheritdoc/>");
        source.Line($"public override global::System.Collections.Generic.IReadOnlyList<{Descriptor}> Components {{ get; }} =");
        source.OpenList();
        foreach (var component in components)
            source.Line($"{component.Identifier},");
        source.CloseList();
    }

    private static void WriteFind(EquatableArray<ManifestEntry> components, SourceWriter source)
    {
        source.Line("/// <inheritdoc/>");
        source.Open($"public override {Descriptor}? Find({ComponentType} type, global::System.ReadOnlySpan<byte> name)");
        if (components.Count > 0)
            WriteCases(components, source);
        source.Line("return null;");
        source.Close();
    }

    private static void WriteCases(EquatableArray<ManifestEntry> components, SourceWriter source)
    {
        source.Open("switch (type, name.Length)");
        var groups = components.GroupBy(static component => (component.Kind, Length: Encoding.UTF8.GetByteCount(component.Name)));
        foreach (var group in groups.OrderBy(static group => group.Key))
        {
            source.Line($"case ({ComponentType}.{group.Key.Kind}, {group.Key.Length}):");
            foreach (var component in group)
            {
                source.Line($"    if (global::System.MemoryExtensions.SequenceEqual(name, {CSharpText.Literal(component.Name)}u8))");
                source.Line($"        return {component.Identifier};");
            }

            source.Line("    break;");
        }

        source.Close();
        source.Line();
    }
}
