using Agnt5.Execution;
using Agnt5.Primitives;
using Agnt5.Tools;

namespace Agnt5.Agents;

/// <summary>Runs an agent's turn as a part of a run, when a workflow or another agent asks for it.</summary>
internal sealed class AgentCalls(Invocation invocation, WorkflowSlice slice, RunAgents agents, AgentTurn? parent)
{
    private const int MostDeep = 8;

    private readonly Dictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    /// <summary>Runs a turn.</summary>
    /// <returns>The agent's result as JSON, or <see langword="null"/> when it has none.</returns>
    public Task<byte[]?> RunAsync(string name, string message, AgentCallOptions? options)
    {
        slice.Entrance.EnterOwnCode("RunAgentAsync");
        ArgumentNullException.ThrowIfNull(message);
        WireText.ThrowIfBroken(options?.Key, "The key of an agent's call");
        WireText.ThrowIfBroken(options?.SessionId, "The session");
        var agent = agents.Directory.Find(name);
        var key = options?.Key is { } own ? $"{agent.Name}:{own}" : NumberedKey(agent.Name);
        var input = JsonBytes.Write(message, static (writer, text) => writer.WriteStringValue(text));
        if (options?.SessionId?.Trim() is not { Length: > 0 } session)
            return RunAsync(agent, input, $"{parent?.Prefix ?? TurnKey.Prefix}{DurableKey.Escape(key)}:0:", session: null, [], isOfModel: false);

        var sessions = agents.SessionsOf(slice.Checkpoint);
        var history = agents.HistoryOf(session, agent, slice.Checkpoint, invocation.Services) ?? [];
        // A trimmed history can keep its length, so the turns of a session are numbered within the run too.
        return RunAsync(agent, input, $"{TurnKey.PrefixOf(session, history.Count)}{DurableKey.Escape(key)}:{sessions.NumberTurn(session)}:", session, history, isOfModel: false);
    }

    /// <summary>Runs a turn that a model asks for. It belongs to no session.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="input">Its input as JSON.</param>
    /// <param name="prefix">The prefix of its records' keys.</param>
    public Task<byte[]?> RunForModelAsync(RunningAgent agent, ReadOnlyMemory<byte> input, string prefix) => RunAsync(agent, input, prefix, session: null, [], isOfModel: true);

    private async Task<byte[]?> RunAsync(RunningAgent agent, ReadOnlyMemory<byte> input, string prefix, string? session, IReadOnlyList<SessionMessage> history, bool isOfModel)
    {
        if (parent is { Depth: >= MostDeep })
            throw new NonRetryableException($"Agents may ask one another {MostDeep} deep, so '{agent.Name}' was not asked. Check whether agents list each other as tools.");

        agents.WereAsked = true;
        if (!_begun.Add(prefix))
            throw new NonRetryableException($"Agent '{agent.Name}' was called twice under one key: give each call a different key, new AgentCallOptions {{ Key = … }} (AGT4007).");

        var turn = new AgentTurn(agent, AgentInput.Read(input).Message, history, prefix, parent) { SessionId = session ?? OwnSession(prefix), KeepsSession = session is not null };
        var context = new AgentContext(invocation, slice, agents, turn);
        var call = new InnerCall(invocation, agent.Component, input, invocation.Shared, invocation.CancellationToken)
        {
            IdempotencyKey = $"{invocation.RunId}:{prefix}",
            IsOfModel = isOfModel,
        };
        await context.RunTurnAsync(new AgentCall(call, context)).ConfigureAwait(true);
        return call.Output;
    }

    // Nobody continues this conversation. Its id has the run and the call, so that stores and traces by session never mix two conversations.
    private string OwnSession(string prefix) => $"{invocation.RunId}:{prefix[TurnKey.Prefix.Length..].TrimEnd(':')}";

    // Numbered like unnamed sleeps: the second call of an agent must not find the records of the first.
    private string NumberedKey(string agent)
    {
        var number = _calls[agent] = _calls.GetValueOrDefault(agent) + 1;
        return number == 1 ? agent : FormattableString.Invariant($"{agent}:{number}");
    }
}
