using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Runs;

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

    /// <summary>Environments by name, each with all of its deployments as they are after the transaction.</summary>
    public Dictionary<string, EnvironmentState> Environments { get; } = [];

    /// <summary>The secrets that sign invokes, by deployment. A store that writes files encrypts them.</summary>
    public Dictionary<string, string> Secrets { get; } = [];

    /// <summary>The gates, where they changed.</summary>
    public DispatchGates? Gates { get; set; }

    /// <summary>Events that were received.</summary>
    public List<EventState> Events { get; } = [];

    /// <summary>Integrations that came, or took the place of the one of their source and id. A store that writes files encrypts their secrets.</summary>
    public List<Integration> Integrations { get; } = [];

    /// <summary>The schedules of environments, each as they are after the transaction.</summary>
    public Dictionary<string, SchedulesState> Schedules { get; } = [];

    /// <summary>Batches that were submitted.</summary>
    public List<BatchState> Batches { get; } = [];

    /// <summary>Runs that were accepted with an idempotency key, and until when (Unix ms) the key stands for them.</summary>
    public List<(IdempotencyKey Key, string RunId, long UntilMs)> Accepted { get; } = [];
}
