namespace Agnt5.Local.Engine.Runs;

/// <summary>How often and when a failed run is tried again (protocol section 9, <c>retries</c>).</summary>
/// <param name="MaxAttempts">The most attempts, the first one among them.</param>
/// <param name="InitialIntervalMs">The pause before the second attempt, in ms.</param>
/// <param name="MaxIntervalMs">The longest pause, in ms.</param>
/// <param name="Backoff">How the pauses grow.</param>
/// <param name="Multiplier">By what they grow, for <see cref="BackoffKind.Exponential"/>.</param>
internal sealed record RetryPolicy(int MaxAttempts, long InitialIntervalMs, long MaxIntervalMs, BackoffKind Backoff, double Multiplier)
{
    /// <summary>For components that declare none: one attempt. A failure that nobody expects should be seen, not repeated.</summary>
    public static RetryPolicy None { get; } = new(1, 1_000, 60_000, BackoffKind.Exponential, 2);
}
