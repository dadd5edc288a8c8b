namespace Agnt5.Local.Engine.Runs;

/// <summary>The pause before the next attempt (protocol section 9, <c>retries</c>).</summary>
internal static class RetryDelay
{
    /// <summary>The pause in ms: never negative and never longer than the policy's longest, whatever a manifest declares.</summary>
    /// <param name="failures">How many attempts have failed, from 1.</param>
    /// <param name="policy">The policy.</param>
    public static long After(int failures, RetryPolicy policy)
    {
        var longestMs = Math.Max(0, policy.MaxIntervalMs);
        var delayMs = policy.InitialIntervalMs * GrowthOf(failures, policy);
        // Not a number (0 times infinity) is no pause. A conversion of what is too large would wrap.
        return double.IsNaN(delayMs) || delayMs <= 0 ? 0 : delayMs >= longestMs ? longestMs : (long)delayMs;
    }

    private static double GrowthOf(int failures, RetryPolicy policy) => policy.Backoff switch
    {
        BackoffKind.Linear => failures,
        BackoffKind.Exponential => Math.Pow(policy.Multiplier, failures - 1),
        _ => 1,
    };
}
