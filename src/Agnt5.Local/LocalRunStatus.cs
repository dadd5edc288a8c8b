namespace Agnt5.Local;

/// <summary>Where a run is.</summary>
public enum LocalRunStatus
{
    /// <summary>It waits for its flow control: a throttle, a limit, another run.</summary>
    Queued,

    /// <summary>It is at its component, or on its way there.</summary>
    Running,

    /// <summary>An attempt failed, and the next one has its time.</summary>
    RetryDelayed,

    /// <summary>It waits for a time, an answer or a signal.</summary>
    Paused,

    /// <summary>It is done, and has its output.</summary>
    Completed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
}
