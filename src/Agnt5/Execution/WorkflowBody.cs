namespace Agnt5.Execution;

/// <summary>The body of a workflow: the component's own code.</summary>
/// <param name="agents">The agents that the workflow may ask.</param>
internal sealed class WorkflowBody(IRunAgents agents) : SliceBody
{
    public override WorkflowContext CreateContext(Invocation invocation, WorkflowSlice slice) => new(invocation, slice, agents);

    public override string RandomSeed(Invocation invocation) => invocation.RunId;

    public override ValueTask RunAsync(Invocation invocation) => invocation.Component.InvokeAsync(invocation);

    public override void Complete(Checkpoint checkpoint) => agents.Complete(checkpoint);
}
