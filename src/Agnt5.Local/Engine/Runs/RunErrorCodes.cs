namespace Agnt5.Local.Engine.Runs;

/// <summary>The codes of runs that this machine ends, and of losses. Errors of the endpoint keep their own codes, and a key that refuses a run gives its own.</summary>
internal static class RunErrorCodes
{
    /// <summary>A later run of the same debounce key took the run's place.</summary>
    public const string Debounced = "DEBOUNCED";

    /// <summary>Nobody answered a question or sent a signal within <c>wait_timeout_ms</c>. AGNT5's own code for it.</summary>
    public const string WaitTimeout = "WAIT_TIMEOUT";

    public const string Cancelled = "CANCELLED";

    /// <summary>The endpoint answered with what the protocol does not know. AGNT5's own code for it.</summary>
    public const string InvalidResponse = "WORKERLESS_INVALID_RESPONSE";

    /// <summary>Not an end: the slice is sent again.</summary>
    public const string HostRestarted = "HOST_RESTARTED";
}
