using System.Text;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Runs;

namespace Agnt5.Local.Tests.Search;

/// <summary>What must hold whenever the machines are at rest, whatever happened.</summary>
internal sealed class HostInvariants
{
    /// <summary>The runs that ended, as they were then.</summary>
    private readonly Dictionary<string, RunState> _ended = [];

    public void Check(MachineWorld world)
    {
        foreach (var run in world.Runs.Values)
        {
            CheckEnd(run, world);
            CheckKeys(run, world);
            CheckWakeUp(run, world);
            CheckJournal(run, world.Journals[run.Spec.RunId]);
        }

        foreach (var key in world.Keys.Values)
            CheckLimit(key, world);
    }

    /// <summary>An accepted signal is kept, or was handed over. What a run had left when it ended is gone.</summary>
    public static void CheckSignals(MachineWorld world)
    {
        foreach (var (runId, signalId) in world.Signals.Where(one => !world.Runs[one.RunId].HasEnded))
        {
            var isKept = world.Runs[runId].EarlySignals.Any(signal => signal.SignalId == signalId);
            var isHandedOver = world.Journals[runId].Any(entry => Encoding.UTF8.GetString(entry.Data.Span).Contains($"\"signal_id\":\"{signalId}\"", StringComparison.Ordinal));
            Require(isKept || isHandedOver, $"{signalId} was accepted by {runId} and is lost");
        }
    }

    /// <summary>A run ends once: nothing about it changes any more, and no key knows it.</summary>
    private void CheckEnd(RunState run, MachineWorld world)
    {
        if (!run.HasEnded)
            return;

        Require(_ended.TryAdd(run.Spec.RunId, run) || _ended[run.Spec.RunId] == run, $"{run.Spec.RunId} ended, and something happened to it again");
        Require(world.Keys.Values.All(key => key.Entries.Find(run.Spec.RunId) is null or { Kind: FlowEntryKind.Passed }), $"{run.Spec.RunId} ended, and a key still knows it");
    }

    /// <summary>Runs and keys agree on who holds what, and nothing is at an endpoint without all of its keys.</summary>
    private static void CheckKeys(RunState run, MachineWorld world)
    {
        for (var i = 0; i < run.Spec.Claims.Count; i++)
        {
            var key = run.Spec.Claims[i].Key;
            var isGranted = (run.Granted & (1u << i)) != 0;
            if (key.Kind >= FlowKind.Singleton)
                Require(isGranted == (EntryOf(run, key, world)?.Kind == FlowEntryKind.Holding), $"{run.Spec.RunId} and {key.Kind} do not agree on whether it holds the key");
            Require(isGranted || run.Phase != RunPhase.Running, $"{run.Spec.RunId} runs without {key.Kind}");
            Require(!isGranted || key.Kind <= FlowKind.Singleton || run.Phase is RunPhase.Running or RunPhase.Queued, $"{run.Spec.RunId} is {run.Phase} and holds {key.Kind}");
        }
    }

    /// <summary>Something will wake every run that has not ended: an answer, a time, a person, or a key that somebody else holds.</summary>
    private static void CheckWakeUp(RunState run, MachineWorld world)
    {
        var isWoken = run.Phase switch
        {
            RunPhase.Running => run.WakeAtMs is not null || world.Slices.HasOnItsWay(run.Spec.RunId),
            RunPhase.Queued => run.Spec.Claims.Any(claim => EntryOf(run, claim.Key, world)?.Kind == FlowEntryKind.Waiting),
            RunPhase.RetryDelayed => run.WakeAtMs is not null,
            RunPhase.Paused when run.Pause is SignalPause wait => run.EarlySignals.All(signal => signal.Name != wait.SignalName),
            RunPhase.Paused => run.WakeAtMs is not null || run.Pause is QuestionPause,
            _ => !world.Slices.HasOnItsWay(run.Spec.RunId),
        };
        Require(isWoken, $"{run.Spec.RunId} is {run.Phase}, and nothing wakes it");
    }

    /// <summary>Numbers without a gap, one start, an end once at the end, and pauses that are over before the next.</summary>
    private static void CheckJournal(RunState run, List<JournalEntry> journal)
    {
        var (starts, ends, pauses) = (0, 0, 0);
        for (var i = 0; i < journal.Count; i++)
        {
            Require(journal[i].Sequence == i + 1, $"the journal of {run.Spec.RunId} has {journal[i].Sequence} at place {i + 1}");
            starts += journal[i].EventType == "run.started" ? 1 : 0;
            ends += journal[i].EventType is "run.completed" or "run.failed" or "run.cancelled" ? 1 : 0;
            pauses += journal[i].EventType switch { "workflow.paused" => 1, "workflow.resumed" => -1, _ => 0 };
            Require(pauses is 0 or 1, $"the journal of {run.Spec.RunId} has {(pauses > 1 ? "two pauses at once" : "no pause before it goes on")}");
        }

        Require(run.Sequence == journal.Count, $"{run.Spec.RunId} counts {run.Sequence} events and has {journal.Count}");
        Require(starts == (run.StartedAtMs is null ? 0 : 1), $"{run.Spec.RunId} started {starts} times");
        Require(ends == (run.HasEnded ? 1 : 0), $"{run.Spec.RunId} is {run.Phase} and ended {ends} times");
        Require(run.HasEnded || (pauses == 1) == (run.Phase == RunPhase.Paused), $"{run.Spec.RunId} is {run.Phase}, and its journal tells something else");
    }

    /// <summary>A key has no more holders than places, and no free place while somebody waits.</summary>
    private static void CheckLimit(KeyState key, MachineWorld world)
    {
        if (key.Key.Kind >= FlowKind.Singleton)
        {
            var holders = world.Runs.Values.Count(run => run.Spec.Claims.Select((claim, i) => (claim, i)).Any(one => one.claim.Key == key.Key && (run.Granted & (1u << one.i)) != 0));
            Require(holders <= key.Limit, $"{holders} runs hold {key.Key.Kind}, which has {key.Limit} places");
            Require(key.Entries.Waiting == 0 || holders == key.Limit, $"{key.Key.Kind} has a free place, and {key.Entries.Next?.RunId} waits");
        }

        Require(key.Entries.Waiting == 0 || key.Entries.Holding > 0 || key.WakeAtMs is not null, $"{key.Entries.Next?.RunId} waits for {key.Key.Kind}, and nobody has it");
        foreach (var entry in key.Entries.Where(static entry => entry.Kind == FlowEntryKind.Waiting))
            Require(world.Runs[entry.RunId].Phase == RunPhase.Queued, $"{entry.RunId} stands in the line of {key.Key.Kind} and is {world.Runs[entry.RunId].Phase}");
    }

    private static FlowEntry? EntryOf(RunState run, FlowKey key, MachineWorld world) => world.Keys.GetValueOrDefault(key)?.Entries.Find(run.Spec.RunId);

    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
