namespace Agnt5.Local.Engine.Runs;

/// <summary>Where a run is.</summary>
internal enum RunPhase
{
    /// <summary>It waits for its flow-control keys.</summary>
    Queued,

    /// <summary>A slice is at the endpoint, or on its way.</summary>
    Running,

    /// <summary>An attempt failed, and the next one has its time.</summary>
    RetryDelayed,

    /// <summary>It waits for a time, an answer or a signal.</summary>
    Paused,

    Completed,

    Failed,

    Cancelled,
}
