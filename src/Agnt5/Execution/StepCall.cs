using Agnt5.Execution.Telemetry;

namespace Agnt5.Execution;

/// <summary>The call of a user's step or of one of the engine's own steps.</summary>
/// <param name="steps">The steps of the context.</param>
/// <param name="span">The step's name in traces.</param>
/// <param name="options">The step's key and retries.</param>
/// <param name="body">The step's body.</param>
internal struct StepCall<T>(StepRunner steps, StepSpan span, StepOptions? options, StepBody<T> body) : IDurableCall<T>
{
    private string _key = "";
    private RetryPolicy _retries;

    /// <summary>The key of one of the engine's own steps; <see langword="null"/> for a user's step, whose key comes from its name.</summary>
    public string? OwnKey { get; init; }

    public readonly string Method => OwnKey is null ? nameof(WorkflowContext.StepAsync) : span.Name;

    public readonly string? Name => OwnKey is null ? span.Name : null;

    private readonly WorkflowSlice Slice => steps.Slice;

    public void Validate() => _key = OwnKey ?? steps.Scope.Named(DurableKey.Named(span.Name, options?.Key));

    // Replay or Open claims the key, where the record is found or the body begins: a failed step may be tried again under its key.
    public void Claim()
    {
        Slice.Claims.ThrowIfClaimed(_key);
        _retries = RetryPolicy.From(options);
    }

    public readonly Task<T>? Replay()
    {
        if (Slice.Failures.NextRecorded(_key) is { } failure)
            return Refail(Slice, _key, steps.Scope.Shown(_key), failure);
        if (!Slice.Claims.TryClaimRecorded(_key, out var recorded))
            return null;

        var result = body.Read(_key, recorded);
        Slice.Telemetry?.CountReplayedStep();
        return Slice.Deliveries.Replay(_key, result);
    }

    public readonly Task<T> Open()
    {
        var shownKey = steps.Scope.Shown(_key);
        if (body.Problem is { } problem)
            throw new NonRetryableException($"No result of step '{shownKey}' could be written as JSON: {problem}.");

        // A recorded step needs no policy, so a run that has it goes on without one that is gone.
        var retries = options?.Policy is null ? _retries : RetryPolicy.From(StepPolicies.Resolve(options, steps.Component));
        var step = new StepOperation<T>(Slice, span, _key, shownKey, retries, body);
        Slice.Claims.Claim(_key);
        if (Slice.Checkpoint.HasUnused)
            Slice.Renamed.Add(_key);
        return step.Begin();
    }

    private static Task<T> Refail(WorkflowSlice slice, string key, string shownKey, StepFailure failure)
    {
        slice.Telemetry?.CountReplayedStep();
        slice.Claims.Claim(key);
        failure.Exception.StepKey = shownKey;
        return slice.Deliveries.ReplayFailure<T>(DurableKey.Failures(key), failure.Exception, () =>
        {
            slice.Claims.Release(key);
            slice.Failures.Replay(failure);
        });
    }
}
