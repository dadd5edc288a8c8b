using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Agnt5.Build;

/// <summary>Finds the methods of a compiled assembly that have a component attribute, whatever language they were written in.</summary>
internal static class MarkedMethods
{
    private static readonly string[] Attributes = ["WorkflowAttribute", "FunctionAttribute", "ToolAttribute", "AgentAttribute"];

    /// <returns>The methods with their types: <c>Orders.Total</c>.</returns>
    public static IReadOnlyList<string> Find(string assemblyPath)
    {
        using var stream = File.OpenRead(assemblyPath);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return [.. from handle in metadata.MethodDefinitions
                   let method = metadata.GetMethodDefinition(handle)
                   where method.GetCustomAttributes().Any(attribute => IsComponentAttribute(metadata, metadata.GetCustomAttribute(attribute)))
                   let type = metadata.GetTypeDefinition(method.GetDeclaringType())
                   select $"{metadata.GetString(type.Name)}.{metadata.GetString(method.Name)}"];
    }

    // The attributes are in the package, so a project refers to them.
    private static bool IsComponentAttribute(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && metadata.GetTypeReference((TypeReferenceHandle)parent) is var type
        && metadata.StringComparer.Equals(type.Namespace, "Agnt5")
        && Attributes.Any(name => metadata.StringComparer.Equals(type.Name, name));
}
