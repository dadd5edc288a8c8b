using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Agnt5.Build;

/// <summary>Finds the manifest in a compiled assembly: the constant <c>Json</c> of the generated class <c>Agnt5ManifestDocument</c>.</summary>
internal static class CompiledManifest
{
    /// <returns>The manifest's JSON, or <see langword="null"/> when the generator did not run on the assembly.</returns>
    public static string? Read(string assemblyPath)
    {
        using var stream = File.OpenRead(assemblyPath);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return (from handle in metadata.TypeDefinitions
                let type = metadata.GetTypeDefinition(handle)
                where metadata.StringComparer.Equals(type.Name, "Agnt5ManifestDocument")
                from fieldHandle in type.GetFields()
                let field = metadata.GetFieldDefinition(fieldHandle)
                where metadata.StringComparer.Equals(field.Name, "Json")
                let constant = metadata.GetConstant(field.GetDefaultValue())
                select (string?)metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode)).FirstOrDefault();
    }
}
