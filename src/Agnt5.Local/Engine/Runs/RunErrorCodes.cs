namespace Agnt5.Local.Engine.Runs;

/// <summary>The codes of runs that end without an outcome of their endpoint, and of losses. Errors of the endpoint keep their own codes.</summary>
internal static class RunErrorCodes
{
    public const string RateLimited = "RATE_LIMITED";

    public const string Debounced = "DEBOUNCED";

    public const string WaitTimeout = "WAIT_TIMEOUT";

    public const string Cancelled = "CANCELLED";

    /// <summary>The endpoint answered with what the protocol does not know. AGNT5's own code for it.</summary>
    public const string InvalidResponse = "WORKERLESS_INVALID_RESPONSE";

    /// <summary>Not an end: the slice is sent again.</summary>
    public const string HostRestarted = "HOST_RESTARTED";
}
