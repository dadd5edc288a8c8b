using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Engine.Flow;

/// <summary>A key while one happening is applied to it. Each change of the entries has its effect.</summary>
/// <param name="before">The key before.</param>
/// <param name="nowMs">The time of the happening, Unix ms.</param>
internal sealed class KeyChange(KeyState before, long nowMs)
{
    private readonly List<Effect> _effects = [];
    private long _lastNumber = before.LastNumber;

    public long NowMs => nowMs;

    public FlowEntries Entries { get; private set; } = before.Entries;

    public int Limit { get; private set; } = before.Limit;

    public long WindowMs { get; private set; } = before.WindowMs;

    /// <summary>When the key wants to be told the time, Unix ms, or <see langword="null"/>.</summary>
    public long? WakeAtMs { get; set; }

    /// <summary>Takes over the rule of a claim.</summary>
    public void Adopt(FlowClaim claim)
    {
        Limit = Math.Max(1, claim.Limit);
        WindowMs = Math.Max(0, claim.WindowMs);
    }

    public void Add(FlowEntryKind kind, string runId, int priority)
    {
        var entry = new FlowEntry(kind, ++_lastNumber, kind == FlowEntryKind.Passed ? 0 : priority, runId, nowMs);
        Entries = Entries.Add(entry);
        _effects.Add(new AddEntry(before.Key, entry));
    }

    /// <summary>Puts a run in line, and tells it so.</summary>
    public void Wait(Claimed claimed)
    {
        Add(FlowEntryKind.Waiting, claimed.RunId, claimed.Priority);
        Tell(claimed.RunId, new KeyWaits(nowMs, before.Key));
    }

    public void Remove(FlowEntry entry)
    {
        Entries = Entries.Remove(entry);
        _effects.Add(new RemoveEntry(before.Key, entry));
    }

    /// <summary>Puts another entry of the same run in an entry's place, with the time of now.</summary>
    public void Replace(FlowEntry entry, FlowEntryKind kind)
    {
        Remove(entry);
        Add(kind, entry.RunId, entry.Priority);
    }

    public void Grant(string runId) => Tell(runId, new KeyGranted(nowMs, before.Key));

    public void Tell(string runId, RunHappening happening) => _effects.Add(new TellRun(runId, happening));

    /// <summary>A window after a time. Windows may be as long as a number can say.</summary>
    public long WindowAfter(long timeMs) => timeMs > long.MaxValue - WindowMs ? long.MaxValue : timeMs + WindowMs;

    public Transition<KeyState?> End() =>
        new(before with { Limit = Limit, WindowMs = WindowMs, Entries = Entries, LastNumber = _lastNumber, WakeAtMs = WakeAtMs }, _effects);
}
