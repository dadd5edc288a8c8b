namespace Agnt5.Execution;

/// <summary>How often a step's body runs, and the waits between its attempts (see <see cref="StepOptions"/>).</summary>
internal readonly struct RetryPolicy
{
    private static readonly StepOptions Once = new();

    private readonly StepOptions _options;

    private RetryPolicy(StepOptions options) => _options = options;

    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public static RetryPolicy From(StepOptions? options)
    {
        if (options is null)
            return new RetryPolicy(Once);

        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxAttempts, 1, nameof(StepOptions.MaxAttempts));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.InitialInterval, TimeSpan.Zero, nameof(StepOptions.InitialInterval));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxInterval, TimeSpan.Zero, nameof(StepOptions.MaxInterval));
        return new RetryPolicy(options);
    }

    /// <summary>Whether to make another attempt after a failed one.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="failure">The exception that the body threw.</param>
    public bool Allows(int attempt, Exception failure) =>
        attempt < _options.MaxAttempts && failure is not NonRetryableException && (_options.RetryWhen?.Invoke(failure) ?? true);

    /// <summary>The wait after a failed attempt.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="failure">The exception that the body threw.</param>
    public TimeSpan WaitAfter(int attempt, Exception failure)
    {
        var usual = UsualWait(attempt);
        return _options.WaitAfter?.Invoke(failure) is { } asked && asked > usual ? asked : usual;
    }

    private TimeSpan UsualWait(int attempt)
    {
        var factor = _options.Backoff switch
        {
            BackoffKind.Constant => 1,
            BackoffKind.Linear => attempt,
            _ => Math.Pow(2, Math.Min(attempt - 1, 62)),
        };
        var milliseconds = Math.Min(_options.InitialInterval.TotalMilliseconds * factor, _options.MaxInterval.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(milliseconds);
    }
}
