namespace Agnt5.Execution.Telemetry;

/// <summary>The values of <see cref="TagNames.Outcome"/>.</summary>
internal static class OutcomeNames
{
    public const string Completed = "completed";
    public const string Failed = "failed";

    /// <summary>The slice ended, and the run goes on later.</summary>
    public const string Suspended = "suspended";

    /// <summary>The attempt failed, and another attempt follows.</summary>
    public const string Retried = "retried";

    /// <summary>The attempt neither finished nor failed: the deadline passed, or the caller left.</summary>
    public const string Cut = "cut";
}
