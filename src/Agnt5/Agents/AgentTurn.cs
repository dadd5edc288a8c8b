using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Json;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>One turn of an agent: what it answers, where its records stand, and what it has used so far. A replay counts the same again.</summary>
/// <param name="agent">The agent that was asked.</param>
/// <param name="message">What the user says.</param>
/// <param name="history">The session's messages before the turn.</param>
/// <param name="prefix">How the keys of the turn's records begin.</param>
/// <param name="parent">The turn that this one is a part of, or <see langword="null"/>.</param>
internal sealed class AgentTurn(RunningAgent agent, string message, IReadOnlyList<SessionMessage> history, string prefix, AgentTurn? parent)
{
    private const int MostModelCallsOfAll = 1000;

    private int _modelCallsOfAll;

    public RunningAgent Agent => agent;

    public string Message => message;

    public IReadOnlyList<SessionMessage> History => history;

    public string Prefix => prefix;

    /// <summary>How many agents ask one another here, this one included.</summary>
    public int Depth { get; } = (parent?.Depth ?? 0) + 1;

    public required string SessionId { get; init; }

    /// <summary>Whether the turn becomes a part of its session's history.</summary>
    public required bool KeepsSession { get; init; }

    public DurableScope Scope { get; } = DurableScope.Under(prefix);

    /// <summary>The tokens of all model calls of the turn, those of the agents that it called included.</summary>
    public UsageDetails Usage { get; } = new() { InputTokenCount = 0, OutputTokenCount = 0, TotalTokenCount = 0 };

    public int ModelCalls { get; private set; }

    public int ToolCalls { get; private set; }

    /// <summary>The agent that the conversation was handed over to, or <see langword="null"/>.</summary>
    public string? HandedOverTo { get; set; }

    /// <summary>What the agent answers: its text, or its result as JSON.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>The instructions that were made for this turn, by agent.</summary>
    public Dictionary<string, Task<string>> Instructions { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes the records of the checkpoint for those of this turn, if they are. A turn that failed leaves its records for a retry of its run; what the user says next begins at the same place of the
    /// session, be it to another agent or the same text again, and must find neither its replies nor its approvals.
    /// </summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="runId">The run's id, or <see langword="null"/> when the request names none and each slice makes one up.</param>
    /// <returns>Whether there were records of another turn. They are gone, and answers that came with the request are to questions of that one.</returns>
    public bool Recognize(Checkpoint checkpoint, string? runId)
    {
        var key = prefix + "turn";
        var fingerprint = JsonBytes.Write(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{runId}\n{agent.Name}\n{message}")), static (writer, hash) => writer.WriteStringValue(Convert.ToHexStringLower(hash.AsSpan(0, 16))));
        if (checkpoint.TryGetReserved(key, out var recorded) && recorded.Span.SequenceEqual(fingerprint))
            return false;

        var wasAnothers = checkpoint.RemoveReserved(static _ => true);
        checkpoint.Record(key, fingerprint);
        return wasAnothers;
    }

    /// <summary>Takes what the agent returned as its answer.</summary>
    public void TakeAnswer<T>(T value, JsonTypeInfo<T> type) => Answer = value as string ?? Encoding.UTF8.GetString(BoundJson.Write(value, type));

    /// <summary>Counts a call of the model that is about to be made.</summary>
    /// <exception cref="NonRetryableException">The turn has used up what its agent allows.</exception>
    public void CountModelCall()
    {
        var limits = agent.Definition;
        if (ModelCalls >= limits.MaxIterations)
            throw new NonRetryableException($"Agent '{agent.Name}' has called its model {ModelCalls} times in this turn without coming to an answer, and may not more often (MaxIterations).");
        ThrowIfOutOfTokens();
        CountModelCallOfAll();
        ModelCalls++;
    }

    /// <summary>Counts calls of tools that are about to be made.</summary>
    /// <exception cref="NonRetryableException">The turn has used up what its agent allows.</exception>
    public void CountToolCalls(int count)
    {
        ToolCalls += count;
        if (agent.Definition.MaxToolCalls is { } limit && ToolCalls > limit)
            throw new NonRetryableException($"Agent '{agent.Name}' wants to call {ToolCalls} tools in this turn, and may call {limit} (MaxToolCalls).");
    }

    /// <summary>Adds what a model call has used, once, wherever the call was made.</summary>
    public void Add(UsageDetails? usage)
    {
        if (usage is null)
            return;

        Usage.InputTokenCount += usage.InputTokenCount ?? 0;
        Usage.OutputTokenCount += usage.OutputTokenCount ?? 0;
        Usage.TotalTokenCount += TotalOf(usage);
        parent?.Add(usage);
    }

    /// <summary>All tokens of a usage, also where the provider does not add them up.</summary>
    public static long TotalOf(UsageDetails usage) => usage.TotalTokenCount ?? (usage.InputTokenCount ?? 0) + (usage.OutputTokenCount ?? 0);

    // Agents that ask one another multiply their calls.
    private void CountModelCallOfAll()
    {
        if (parent is not null)
            parent.CountModelCallOfAll();
        else if (++_modelCallsOfAll > MostModelCallsOfAll)
            throw new NonRetryableException($"Agent '{agent.Name}' and the agents that it asks have called models {MostModelCallsOfAll} times in this turn, and may not more often.");
    }

    private void ThrowIfOutOfTokens()
    {
        if (agent.Definition.MaxTurnTokens is { } limit && Usage.TotalTokenCount >= limit)
            throw new NonRetryableException($"Agent '{agent.Name}' has used {Usage.TotalTokenCount} tokens in this turn without coming to an answer, and may use {limit} (MaxTurnTokens).");
        parent?.ThrowIfOutOfTokens();
    }
}
