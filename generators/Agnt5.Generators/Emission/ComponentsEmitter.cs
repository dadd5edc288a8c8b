using Agnt5.Generators.Models;
using Agnt5.Generators.Parsing;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes <c>Agnt5Components</c>, which user code hands to the endpoint: the components of this assembly and of those that it references.</summary>
internal static class ComponentsEmitter
{
    public static string Emit(AssemblyModel assembly)
    {
        var source = SourceWriter.File();
        if (assembly.ComponentsNamespace.Length > 0)
        {
            source.Line($"global using Agnt5Components = global::{assembly.ComponentsNamespace}.Agnt5Components;");
            source.Line();
            source.Line($"namespace {assembly.ComponentsNamespace};");
            source.Line();
        }

        source.Line("/// <summary>The AGNT5 components of this project and of the projects that it references.</summary>");
        source.Open($"{(assembly.IsExecutable ? "internal" : "public")} static class Agnt5Components");
        var catalog = assembly.HasReferencedComponents ? MergedCatalogEmitter.Name : GeneratedNames.Catalog;
        source.Line("/// <summary>The catalog that an endpoint serves.</summary>");
        source.Line($"public static {Catalog} Catalog {{ get; }} = new global::{assembly.Namespace}.{catalog}();");
        source.Close();
        return source.ToString();
    }
}
