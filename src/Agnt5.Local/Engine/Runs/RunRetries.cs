namespace Agnt5.Local.Engine.Runs;

/// <summary>
/// Attempts. A failed one is followed by another, until the policy's attempts are used up or the endpoint says that none may help (<c>retryable: false</c>). The next one begins with the checkpoint of
/// the failed answer, or with the one before where it has none.
/// </summary>
internal static class RunRetries
{
    public static void AttemptFailed(RunChange change, FailedAnswer failed)
    {
        var policy = change.Spec.Retries;
        var failures = change.Run.Attempt + 1;
        change.Run = change.Run with { Attempt = failures };
        if (!failed.IsRetryable || failures >= policy.MaxAttempts)
        {
            RunEnds.Fail(change, failed.Code, failed.Message);
            return;
        }

        var retryAtMs = change.After(RetryDelay.After(failures, policy));
        RunJournal.RetryScheduled(change, failed, retryAtMs);
        RunKeys.LeaveWhileWaiting(change);
        change.Run = change.Run with { Phase = RunPhase.RetryDelayed, WakeAtMs = retryAtMs };
    }
}
