using Agnt5.Execution;
using Agnt5.Generated;

namespace Agnt5.Agents;

/// <summary>The body of an agent: one turn, whether the loop or the agent's own code runs it.</summary>
/// <param name="agents">The agents of the run.</param>
internal sealed class AgentBody(RunAgents agents) : SliceBody
{
    private const string InvokeAgent = "invoke_agent";

    private AgentContext? _context;

    private AgentContext Context => _context ?? throw new InvalidOperationException("The turn has no context yet.");

    public override WorkflowContext CreateContext(Invocation invocation, WorkflowSlice slice) => _context = AgentContext.OfTurn(invocation, slice, agents);

    // A run may have several turns of an agent, and each has values of its own.
    public override string RandomSeed(Invocation invocation) => $"{invocation.RunId}\n{Context.Turn.Prefix}\n{Context.Message}";

    public override ValueTask RunAsync(Invocation invocation) => new(Context.RunTurnAsync(new AgentCall(invocation, Context)));

    public override void Complete(Checkpoint checkpoint)
    {
        // All that is recorded is of the turn, which is a part of its session now.
        checkpoint.RemoveReserved(static _ => true);
        agents.KeepSessions(checkpoint);
    }

    public override (string Name, KeyValuePair<string, object?>[] Tags)? DescribeSpan(ComponentDescriptor component) =>
        ($"{InvokeAgent} {component.Name}", [new(GenAiNames.Operation, InvokeAgent), new(GenAiNames.Agent, component.Name)]);
}
