using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Agnt5.Tests.Shared;

/// <summary>The calls of a context that are awaited, found by reflection so that none can be forgotten.</summary>
internal static class ContextCalls
{
    /// <summary>The names of the awaited methods of a context, inherited ones included.</summary>
    public static IReadOnlyList<string> Of(Type context) =>
    [
        .. context.GetMethods().Where(static method => method.ReturnType.GetMethod(nameof(Task.GetAwaiter)) is not null)
            .Select(static method => method.Name).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The names of the methods that the code of an assembly calls on the contexts.</summary>
    public static IReadOnlySet<string> MadeIn(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return metadata.MemberReferences.Select(metadata.GetMemberReference).Where(IsOfContext).Select(member => metadata.GetString(member.Name)).ToHashSet();

        bool IsOfContext(MemberReference member) =>
            member.Parent.Kind == HandleKind.TypeReference
            && metadata.GetTypeReference((TypeReferenceHandle)member.Parent) is var type
            && metadata.GetString(type.Name) is nameof(WorkflowContext) or nameof(AgentContext) or nameof(ComponentContext)
            && metadata.GetString(type.Namespace) == nameof(Agnt5);
    }
}
