namespace Agnt5;

/// <summary>
/// The options of one step of a workflow: its key and its retries. They cannot be changed, so one object may serve many steps:
/// <c>static readonly StepOptions Slow = new() { MaxAttempts = 5 };</c>, and <c>Slow with { Key = item.Id }</c> where steps share a name.
/// </summary>
public sealed record StepOptions
{
    private readonly int? _maxAttempts;
    private readonly TimeSpan? _initialInterval;
    private readonly TimeSpan? _maxInterval;
    private readonly BackoffKind? _backoff;

    /// <summary>
    /// Distinguishes steps that share a name: the step's identity is then <c>name:key</c> (protocol section 6). The key must be the same on replay. Take it
    /// from the input, not from a clock, a counter of the process or anything random.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// The name of a policy that the project declares with <see cref="StepPolicyAttribute"/>. It holds for the retries that the options do not set themselves. Where it is unknown, the step fails
    /// with a <see cref="NonRetryableException"/>. Default: no policy.
    /// </summary>
    public string? Policy { get; init; }

    /// <summary>
    /// How many attempts the step has, at least 1. After the last attempt the step fails. Default: what the <see cref="Policy"/> says, else 1, no retry. The getter does not know the policy: it
    /// returns what was set here, or 1. A <see cref="NonRetryableException"/> is never retried. When a wait does not fit into the slice's budget, the run suspends with a timer instead of holding
    /// the request.
    /// </summary>
    public int MaxAttempts
    {
        get => _maxAttempts ?? 1;
        init => _maxAttempts = value;
    }

    /// <summary>The wait before the second attempt, not negative. Default: what the <see cref="Policy"/> says, else 1 second.</summary>
    public TimeSpan InitialInterval
    {
        get => _initialInterval ?? TimeSpan.FromSeconds(1);
        init => _initialInterval = value;
    }

    /// <summary>The longest wait between two attempts, not negative. Default: what the <see cref="Policy"/> says, else 1 minute.</summary>
    public TimeSpan MaxInterval
    {
        get => _maxInterval ?? TimeSpan.FromMinutes(1);
        init => _maxInterval = value;
    }

    /// <summary>How the waits grow. Exponential doubles them. Default: what the <see cref="Policy"/> says, else <see cref="BackoffKind.Exponential"/>.</summary>
    public BackoffKind Backoff
    {
        get => _backoff ?? BackoffKind.Exponential;
        init => _backoff = value;
    }

    /// <summary>Decides whether an exception is worth another attempt. The callback runs where the step's body runs, outside the workflow's own code. Default: every exception is.</summary>
    public Func<Exception, bool>? RetryWhen { get; init; }

    /// <summary>Returns the wait that a failure asks for. It counts where it is longer than the computed wait: a server that says to come back at once would get all attempts at once.</summary>
    internal Func<Exception, TimeSpan?>? WaitAfter { get; init; }

    /// <summary>The options with what a policy says, where they say nothing themselves.</summary>
    internal StepOptions Under(StepOptions policy) => this with
    {
        MaxAttempts = _maxAttempts ?? policy.MaxAttempts,
        InitialInterval = _initialInterval ?? policy.InitialInterval,
        MaxInterval = _maxInterval ?? policy.MaxInterval,
        Backoff = _backoff ?? policy.Backoff,
    };
}
