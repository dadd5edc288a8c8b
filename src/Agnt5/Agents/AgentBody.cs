using Agnt5.Execution;
using Agnt5.Generated;

namespace Agnt5.Agents;

/// <summary>Runs a slice of an agent: one turn, by the loop or by the agent's own code.</summary>
/// <param name="agents">The agents of the run.</param>
internal sealed class AgentBody(RunAgents agents) : SliceBody
{
    private const string InvokeAgent = "invoke_agent";

    private AgentContext? _context;

    private AgentContext Context => _context ?? throw new InvalidOperationException("The turn has no context yet.");

    public override WorkflowContext CreateContext(Invocation invocation, WorkflowSlice slice) => _context = AgentContext.OfTurn(invocation, slice, agents);

    // A run may have several turns of an agent. Each turn draws different values.
    public override string RandomSeed(Invocation invocation) => $"{invocation.RunId}\n{Context.Turn.Prefix}\n{Context.Message}";

    public override ValueTask RunAsync(Invocation invocation) => new(Context.RunTurnAsync(new AgentCall(invocation, Context)));

    public override void Complete(Checkpoint checkpoint)
    {
        // All records belong to the turn, which is now in its session's history.
        checkpoint.RemoveReserved(static _ => true);
        agents.KeepSessions(checkpoint);
    }

    public override (string Name, KeyValuePair<string, object?>[] Tags)? DescribeSpan(ComponentDescriptor component) =>
        ($"{InvokeAgent} {component.Name}", [new(GenAiNames.Operation, InvokeAgent), new(GenAiNames.Agent, component.Name)]);
}
