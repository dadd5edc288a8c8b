using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Hosting.Runs;

/// <summary>Until when a caller waits for a run.</summary>
internal enum RunStop
{
    /// <summary>It has completed, failed or was cancelled.</summary>
    Ended,

    /// <summary>It has ended, or pauses for a time, an answer or a signal.</summary>
    EndedOrPaused,
}

/// <summary>Whether a run has come to a stop.</summary>
internal static class RunStops
{
    public static bool IsReachedBy(this RunStop stop, RunState run) => run.HasEnded || (stop == RunStop.EndedOrPaused && run.Phase == RunPhase.Paused);
}
