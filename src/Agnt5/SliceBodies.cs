using Agnt5.Agents;
using Agnt5.Execution;

namespace Agnt5;

/// <summary>Chooses the body of a slice. This is the only place that knows all kinds of durable components.</summary>
internal static class SliceBodies
{
    /// <summary>The body of one invocation, or <see langword="null"/> for functions and tools, which have no slice.</summary>
    /// <param name="type">The component's type.</param>
    /// <param name="directory">The endpoint's agents.</param>
    public static SliceBody? Of(ComponentType type, AgentDirectory directory) => type switch
    {
        ComponentType.Workflow => new WorkflowBody(new RunAgents(directory)),
        ComponentType.Agent when AgentSupport.IsOn => new AgentBody(new RunAgents(directory)),
        _ => null,
    };
}
