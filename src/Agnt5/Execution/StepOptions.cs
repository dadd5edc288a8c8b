namespace Agnt5;

/// <summary>The options of one step of a workflow: its key and its retries.</summary>
public sealed class StepOptions
{
    /// <summary>
    /// Distinguishes steps that share a name: the step's identity is then <c>name:key</c> (protocol section 6). The key must be the same on replay. Take it
    /// from the input, not from a clock, a counter of the process or anything random.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// How many attempts the step has, at least 1. After the last attempt the step fails. Default: 1, no retry. A <see cref="NonRetryableException"/> is never retried. When a wait does not fit
    /// into the slice's budget, the run suspends with a timer instead of holding the request.
    /// </summary>
    public int MaxAttempts { get; init; } = 1;

    /// <summary>The wait before the second attempt, not negative. Default: 1 second.</summary>
    public TimeSpan InitialInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts. Default: 1 minute.</summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How the waits grow. Exponential doubles them. Default: <see cref="BackoffKind.Exponential"/>.</summary>
    public BackoffKind Backoff { get; init; } = BackoffKind.Exponential;

    /// <summary>Decides whether an exception is worth another attempt. The callback runs where the step's body runs, outside the workflow's own code. Default: every exception is.</summary>
    public Func<Exception, bool>? RetryWhen { get; init; }

    /// <summary>Returns the wait that a failure asks for. It counts where it is longer than the computed wait: a server that says to come back at once would get all attempts at once.</summary>
    internal Func<Exception, TimeSpan?>? WaitAfter { get; init; }
}
