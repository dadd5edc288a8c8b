using Agnt5.Shared;

namespace Agnt5.Analyzers.Declarations;

/// <summary>The tools that an agent may name although no method declares them: the constants of <c>AgentTools</c>.</summary>
internal static class OfferedTools
{
    public static IReadOnlyList<NamedComponent> All { get; } = [new(ComponentKind.Tool, "ask_user", "AskUser"), new(ComponentKind.Tool, "request_approval", "RequestApproval")];
}
