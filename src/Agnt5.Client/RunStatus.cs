namespace Agnt5;

/// <summary>How far a run has come.</summary>
public enum RunStatus
{
    /// <summary>The gateway does not know yet, or named a status that this client does not know. The run goes on.</summary>
    Unknown,

    /// <summary>Admitted, and not yet in a queue.</summary>
    Pending,

    /// <summary>In a queue.</summary>
    Enqueued,

    /// <summary>In a queue, behind others.</summary>
    Queued,

    /// <summary>On its way to an endpoint.</summary>
    Assigned,

    /// <summary>Begun.</summary>
    Started,

    /// <summary>At work.</summary>
    Running,

    /// <summary>Failed once, and waits for its next attempt.</summary>
    RetryDelayed,

    /// <summary>Waits for an answer, a signal or a time.</summary>
    Paused,

    /// <summary>Ended with its output.</summary>
    Completed,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Ended by somebody who cancelled it.</summary>
    Cancelled,

    /// <summary>Ended because its time was up.</summary>
    TimedOut,
}
