using Agnt5.Generators.Models;
using Agnt5.Generators.Schema;
using Agnt5.Shared;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the manifest as a constant, which the build reads from the assembly's metadata without running it.</summary>
internal static class ManifestDocumentEmitter
{
    public static string Emit(EquatableArray<ManifestEntry> own, AssemblyModel assembly)
    {
        var components = MergedComponents.Of(MergedComponents.CatalogsOf(own, assembly)).Select(static component => component.Entry);
        var source = SourceWriter.File(assembly.Namespace);
        source.Line("/// <summary>The manifest of this assembly's components and of those that it references.</summary>");
        source.Open("internal static class Agnt5ManifestDocument");
        source.Line($"public const string Json = {CSharpText.Json(ManifestWriter.WriteDocument(ManifestArray.Of(components)))};");
        source.Close();
        return source.ToString();
    }
}
