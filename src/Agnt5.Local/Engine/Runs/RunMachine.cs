using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Engine.Runs;

/// <summary>
/// The machine of one run, from its acceptance to its end. It decides when the endpoint is invoked, what a response means, what the run waits for, and how it ends; and it writes the run's journal.
/// </summary>
/// <remarks>
/// A run moves like this. Each arrow is the matter of one class beside this one.
/// <code>
///            keys granted                completed, failed
///   Queued ───────────────▶ Running ─────────────────────────▶ Completed, Failed
///     ▲   ▲                  │   │
///     │   └── RetryDelayed ◀─┘   │  the attempt failed
///     └────────── Paused ◀───────┘  the response waits
///   anything unfinished ── cancelled ──▶ Cancelled
/// </code>
/// A happening that does not apply changes nothing: it came late, twice, too early, or to a run that has ended. What callers must be told about that is a matter of <see cref="RunRefusal"/>.
/// </remarks>
internal static class RunMachine
{
    /// <summary>Begins a run.</summary>
    /// <param name="spec">The run.</param>
    /// <param name="atMs">The time, Unix ms.</param>
    /// <param name="session">What is saved of the session that the run belongs to (<see cref="SaveSession"/>), as JSON. Empty for none.</param>
    public static Transition<RunState> Begin(RunSpec spec, long atMs, ReadOnlyMemory<byte> session = default)
    {
        var run = new RunState { Spec = spec, Phase = RunPhase.Queued };
        if (spec.SessionId is { } sessionId && !session.IsEmpty)
            run = run with { Checkpoint = FirstCheckpoint.With(sessionId, session) };

        var change = new RunChange(run, atMs);
        foreach (var notice in spec.Notices)
            RunJournal.Notice(change, notice);
        RunKeys.GoOn(change);
        return change.End();
    }

    /// <summary>Applies a happening.</summary>
    public static Transition<RunState> Apply(RunState run, RunHappening happening)
    {
        if (RunRefusal.Find(run, happening) is not null)
            return new(run, []);

        var change = new RunChange(run, happening.AtMs);
        switch (happening)
        {
            case KeyGranted granted:
                RunKeys.Granted(change, granted.Key);
                break;
            case KeyWaits waits:
                RunKeys.Waits(change, waits.Key);
                break;
            case KeyRefused refused:
                RunKeys.Refused(change, refused);
                break;
            case Superseded superseded:
                RunKeys.Superseded(change, superseded.ByRunId);
                break;
            case SliceAnswered answered:
                RunSlices.Answered(change, answered);
                break;
            case SliceLost lost:
                RunLosses.Lost(change, lost);
                break;
            case HostRestarted:
                RunLosses.HostRestarted(change);
                break;
            case TimeReached:
                RunTimes.Reached(change);
                break;
            case UserAnswered answer:
                RunAnswers.Answered(change, answer);
                break;
            case SignalSent signal:
                RunSignals.Sent(change, signal);
                break;
            case SkipAsked:
                RunPauses.Skip(change);
                break;
            case CancelAsked cancel:
                RunEnds.Cancel(change, cancel.Reason);
                break;
        }

        return change.End();
    }
}
