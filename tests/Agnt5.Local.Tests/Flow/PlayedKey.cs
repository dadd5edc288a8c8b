using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Flow;

/// <summary>
/// A key that a test plays: what happens goes in, what the runs are told comes out as text. Beside the key's state it keeps what a store has of the entries, by their effects alone, and holds the two
/// together.
/// </summary>
internal sealed class PlayedKey(FlowKind kind, int limit = 1, long windowMs = 0)
{
    private readonly SortedDictionary<long, FlowEntry> _stored = [];

    public FlowKey Key { get; } = new(kind, "component:workflow:ship_order@production", "\"a-1\"");

    public KeyState? State { get; private set; }

    public long NowMs { get; set; } = 1_000_000;

    public int Limit { get; set; } = limit;

    public long WindowMs { get; set; } = windowMs;

    public IEnumerable<string> Line => Runs(FlowEntryKind.Waiting);

    public IEnumerable<string> Holders => Runs(FlowEntryKind.Holding);

    /// <summary>The runs that were told that they stand in line.</summary>
    public List<string> ToldToWait { get; } = [];

    public string[] Claim(string runId, int priority = 0) => Apply(new Claimed(NowMs, runId, priority, new(Key, Limit, WindowMs)));

    public string[] Leave(string runId) => Apply(new Left(NowMs, runId));

    public string[] Tell(long timeMs)
    {
        NowMs = timeMs;
        return Apply(new KeyTimeReached(timeMs));
    }

    /// <summary>Loads the key as a store has it: from its entries.</summary>
    public void Reload() => State = State! with { Entries = [.. _stored.Values.Reverse()] };

    public string[] Apply(KeyHappening happening)
    {
        (State, var effects) = KeyMachine.Apply(State, happening);
        foreach (var effect in effects)
            Store(effect);
        Assert.True(_stored.Values.Order().SequenceEqual(State?.Entries ?? []), "A store has other entries than the key.");
        ToldToWait.AddRange(effects.OfType<TellRun>().Where(static told => told.Happening is KeyWaits).Select(static told => told.RunId));
        return [.. effects.OfType<TellRun>().Where(static told => told.Happening is not KeyWaits).Select(Text)];
    }

    private void Store(Effect effect)
    {
        switch (effect)
        {
            case AddEntry(var key, var entry):
                Assert.Equal(Key, key);
                _stored.Add(entry.Number, entry);
                break;
            case RemoveEntry(var key, var entry):
                Assert.Equal(Key, key);
                Assert.Equal(entry, _stored.GetValueOrDefault(entry.Number));
                _stored.Remove(entry.Number);
                break;
        }
    }

    private string Text(TellRun told)
    {
        Assert.Equal(NowMs, told.Happening.AtMs);
        return told.Happening switch
        {
            KeyGranted(_, var key) when key == Key => $"{told.RunId} passes",
            KeyRefused(_, var key, "RATE_LIMITED", _) when key == Key => $"{told.RunId} is refused",
            Superseded superseded => $"{told.RunId} gives way to {superseded.ByRunId}",
            var other => throw new InvalidOperationException($"Nobody should be told {other}."),
        };
    }

    private IEnumerable<string> Runs(FlowEntryKind kind) => State!.Entries.Where(entry => entry.Kind == kind).Select(static entry => entry.RunId);
}
