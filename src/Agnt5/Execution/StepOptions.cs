namespace Agnt5;

/// <summary>How one step of a workflow runs.</summary>
public sealed class StepOptions
{
    /// <summary>
    /// Tells apart steps of one name: the step's identity is then <c>name:key</c> (protocol section 6). It must be the same on replay, so take it
    /// from the input, not from a clock, a counter of the process or anything random.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// How often the body may run, at least 1, before its failure is the step's. Default: 1, no retry. A <see cref="NonRetryableException"/> is never retried. A wait that does not fit the
    /// slice's budget suspends the run with a timer instead of holding the request.
    /// </summary>
    public int MaxAttempts { get; init; } = 1;

    /// <summary>The wait before the second attempt, not negative. Default: 1 second.</summary>
    public TimeSpan InitialInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts. Default: 1 minute.</summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How the waits grow. Exponential doubles them. Default: <see cref="BackoffKind.Exponential"/>.</summary>
    public BackoffKind Backoff { get; init; } = BackoffKind.Exponential;

    /// <summary>Whether an exception is worth another attempt. It runs beside the step's body, outside the workflow. Default: every exception is.</summary>
    public Func<Exception, bool>? RetryWhen { get; init; }

    /// <summary>The wait that a failure itself asks for, in the place of the computed one.</summary>
    internal Func<Exception, TimeSpan?>? WaitAfter { get; init; }
}
