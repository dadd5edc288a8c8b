using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Storage;

/// <summary>What one transaction changes: the last state of each machine that something happened to, and what its effects add.</summary>
internal sealed class StoreChanges
{
    /// <summary>Runs by id, each as it is after the transaction.</summary>
    public Dictionary<string, RunState> Runs { get; } = [];

    /// <summary>The inputs of runs that this transaction accepts, as UTF-8 JSON.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> Inputs { get; } = [];

    public Dictionary<FlowKey, KeyState> Keys { get; } = [];

    /// <summary>Entries of keys that came (true) and went (false), in order.</summary>
    public List<(FlowKey Key, FlowEntry Entry, bool IsAdded)> Entries { get; } = [];

    public List<(string RunId, JournalEntry Entry)> Journal { get; } = [];

    /// <summary>Sessions by environment and id, each as JSON.</summary>
    public Dictionary<(string Environment, string SessionId), ReadOnlyMemory<byte>> Sessions { get; } = [];

    /// <summary>Runs that were accepted with an idempotency key, and until when (Unix ms) the key stands for them.</summary>
    public List<(IdempotencyKey Key, string RunId, long UntilMs)> Accepted { get; } = [];
}
