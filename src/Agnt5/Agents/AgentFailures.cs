using Agnt5.Execution;
using Agnt5.Json;

namespace Agnt5.Agents;

/// <summary>
/// Tells the failures of a turn to models and to users, who see the events. The log gets each failure once, under the reference that they get (<see cref="FailureNotices"/>).
/// </summary>
/// <param name="context">The context of the turn.</param>
/// <param name="references">The references of all failures of the run that were told so far. An agent that fails with a failure of its tool passes that tool's reference on.</param>
internal sealed class AgentFailures(AgentContext context, Dictionary<Exception, string> references)
{
    private Invocation Invocation => context.Invocation;

    /// <summary>The reference of what fails under the key of a record. Steps that run at the same time may ask for it.</summary>
    public static string ReferenceTo(string key, Invocation invocation) => FailureReference.Of(invocation.Identity.GivenRunId, key);

    /// <summary>The text of a tool's failure. The tool's step has logged it.</summary>
    public string OfTool(Exception failure, RunningCall running) => Notice(failure, Remember(failure, ReferenceTo(running.FailureKey, Invocation)));

    /// <summary>The text of a model's failure.</summary>
    public string OfModel(StepFailedException failure, RunningAgent agent, ModelName model, string key)
    {
        var reference = Remember(failure, ReferenceTo(key, Invocation));
        if (context.IsNextEventNew)
            AgentLog.ModelCallFailed(Invocation.Logger, failure, Invocation.LoggedRunId, agent.Name, model.Full, reference);
        return Notice(failure, reference);
    }

    /// <summary>The text of the failure that ends the turn of an agent that another component asked.</summary>
    public string OfAsked(Exception failure)
    {
        // The text of a refused input may hold what came.
        var isLogged = references.ContainsKey(failure) || failure is InputInvalidException;
        var reference = Remember(failure, ReferenceTo(context.Turn.Prefix, Invocation));
        if (!isLogged && context.IsNextEventNew)
            AgentLog.AskedAgentFailed(Invocation.Logger, failure, Invocation.LoggedRunId, context.Turn.Agent.Name, reference);
        return Notice(failure, reference);
    }

    /// <summary>The text of the failure that ends the run. The log has it under the run's id.</summary>
    public string OfRun(Exception failure) => Notice(failure, Remember(failure, Invocation.LoggedRunId));

    private string Remember(Exception failure, string reference)
    {
        if (!references.TryAdd(failure, reference))
            reference = references[failure];
        return reference;
    }

    private string Notice(Exception failure, string reference) => Invocation.Settings.Notices.Of(failure, context.Turn.Agent.Name, reference);
}
