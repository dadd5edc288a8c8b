using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Json;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>One turn of an agent: its message, its answer, the place of its records, and its usage so far. A replay counts the same usage again.</summary>
/// <param name="agent">The agent that was asked.</param>
/// <param name="message">The user's message.</param>
/// <param name="history">The session's messages before the turn.</param>
/// <param name="prefix">The prefix of the keys of the turn's records.</param>
/// <param name="parent">The turn that asked for this turn, or <see langword="null"/>.</param>
internal sealed class AgentTurn(RunningAgent agent, string message, IReadOnlyList<SessionMessage> history, string prefix, AgentTurn? parent)
{
    private const int MostModelCallsOfAll = 1000;
    private const string LongestReply = " The latest reply was cut off, because it reached the longest reply allowed: raise MaxOutputTokens. Without it, the client or the provider sets the limit.";

    private int _modelCallsOfAll;

    public RunningAgent Agent => agent;

    public string Message => message;

    public IReadOnlyList<SessionMessage> History => history;

    public string Prefix => prefix;

    /// <summary>How many agents deep the turn is, including its own agent.</summary>
    public int Depth { get; } = (parent?.Depth ?? 0) + 1;

    public required string SessionId { get; init; }

    /// <summary>Whether the turn becomes a part of its session's history.</summary>
    public required bool KeepsSession { get; init; }

    public DurableScope Scope { get; } = DurableScope.Under(prefix);

    /// <summary>The tokens of all model calls of the turn, including those of the agents that it asked. Counts that no provider gave are <see langword="null"/>.</summary>
    public UsageDetails Usage { get; } = new();

    /// <summary>The ids of the turn's calls.</summary>
    public CallIds CallIds { get; } = new();

    public int ModelCalls { get; private set; }

    public int ToolCalls { get; private set; }

    /// <summary>Whether the latest reply was cut off by the longest reply allowed.</summary>
    public bool WasCutOff { get; set; }

    /// <summary>The agent that the conversation was handed over to, or <see langword="null"/>.</summary>
    public string? HandedOverTo { get; set; }

    /// <summary>The agent's answer: its text, or its result as JSON.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>The instructions that were made for this turn, by agent.</summary>
    public Dictionary<string, Task<string>> Instructions { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Keeps the records of the checkpoint if they belong to this turn, and drops them otherwise. A failed turn leaves its records for a retry of its run. The user's next message begins at the same
    /// place of the session, even when it goes to another agent or repeats the text. It must find neither the replies nor the approvals of the failed turn.
    /// </summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="runId">The run's id, or <see langword="null"/> when the request names none and each slice makes one up.</param>
    /// <returns>Whether records of another turn were dropped. Then answers that came with the request are to questions of that turn.</returns>
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

    /// <summary>Takes the agent's result as its answer.</summary>
    public void TakeAnswer<T>(T value, JsonTypeInfo<T> type) => Answer = value as string ?? Encoding.UTF8.GetString(BoundJson.Write(value, type));

    /// <summary>Counts the next call of the model, before it is made.</summary>
    /// <exception cref="NonRetryableException">The turn has used up what its agent allows.</exception>
    public void CountModelCall()
    {
        var limits = agent.Definition;
        if (ModelCalls >= limits.MaxIterations)
        {
            throw new NonRetryableException(
                $"Agent '{agent.Name}' has called its model {ModelCalls} times in this turn without an answer, and MaxIterations allows no more calls.{(WasCutOff ? LongestReply : "")}");
        }

        ThrowIfOutOfTokens();
        CountModelCallOfAll();
        ModelCalls++;
    }

    /// <summary>Counts the next calls of tools, before they are made.</summary>
    /// <exception cref="NonRetryableException">The turn has used up what its agent allows.</exception>
    public void CountToolCalls(int count)
    {
        ToolCalls += count;
        if (agent.Definition.MaxToolCalls is { } limit && ToolCalls > limit)
            throw new NonRetryableException($"Agent '{agent.Name}' wants to call {ToolCalls} tools in this turn, and may call {limit} (MaxToolCalls).");
    }

    /// <summary>Adds the usage of a model call to this turn and to the turns that asked for it.</summary>
    public void Add(UsageDetails? usage)
    {
        if (usage is null)
            return;

        Usage.InputTokenCount = Sum(Usage.InputTokenCount, usage.InputTokenCount);
        Usage.OutputTokenCount = Sum(Usage.OutputTokenCount, usage.OutputTokenCount);
        Usage.TotalTokenCount = Sum(Usage.TotalTokenCount, TotalOf(usage));
        parent?.Add(usage);
    }

    /// <summary>The total tokens of a usage, added up where the provider gives no total; <see langword="null"/> when it gives no count at all.</summary>
    public static long? TotalOf(UsageDetails usage) => usage.TotalTokenCount ?? Sum(usage.InputTokenCount, usage.OutputTokenCount);

    private static long? Sum(long? some, long? more) => some is null ? more : some + (more ?? 0);

    // Agents that ask one another multiply their calls.
    private void CountModelCallOfAll()
    {
        if (parent is not null)
            parent.CountModelCallOfAll();
        else if (++_modelCallsOfAll > MostModelCallsOfAll)
            throw new NonRetryableException($"Agent '{agent.Name}' and the agents that it asks have called models {MostModelCallsOfAll} times in this turn, and may make no more calls.");
    }

    private void ThrowIfOutOfTokens()
    {
        if (agent.Definition.MaxTurnTokens is { } limit && Usage.TotalTokenCount >= limit)
            throw new NonRetryableException($"Agent '{agent.Name}' has used {Usage.TotalTokenCount} tokens in this turn without an answer, and may use {limit} (MaxTurnTokens).");
        parent?.ThrowIfOutOfTokens();
    }
}
