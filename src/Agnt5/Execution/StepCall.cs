using Agnt5.Execution.Telemetry;
using Agnt5.Json;

namespace Agnt5.Execution;

/// <summary>The call of a user's step or of one of the engine's own steps.</summary>
/// <param name="steps">The steps of the context.</param>
/// <param name="span">The step's name in traces.</param>
/// <param name="options">The step's key and retries.</param>
/// <param name="body">The step's body.</param>
internal struct StepCall<T>(StepRunner steps, StepSpan span, StepOptions? options, StepBody<T> body) : IDurableCall<T>
{
    private string? _key;
    private RetryPolicy _retries;

    /// <summary>The key of one of the engine's own steps; <see langword="null"/> for a user's step, whose key comes from its name.</summary>
    public string? OwnKey { get; init; }

    public readonly string Method => OwnKey is null ? nameof(WorkflowContext.StepAsync) : span.Name;

    public readonly string? Name => OwnKey is null ? span.Name : null;

    private readonly WorkflowSlice Slice => steps.Slice;

    // A replay that follows the records needs no text for the key.
    private string Key => _key ??= OwnKey ?? steps.Scope.Named(DurableKey.Named(span.Name, options?.Key));

    private readonly bool IsKnownByParts => OwnKey is null && steps.Scope.IsRun && DurableKey.IsPlain(span.Name);

    public void Validate()
    {
        if (!IsKnownByParts)
            _ = Key;
    }

    // Replay or Open claims the key, where the record is found or the body begins: a failed step may be tried again under its key.
    public void Claim()
    {
        if (Slice.Claims.HaveAny)
            Slice.Claims.ThrowIfClaimed(Key);
        _retries = RetryPolicy.From(options);
    }

    public Task<T>? Replay()
    {
        if (Slice.Checkpoint.HasReserved && Slice.Failures.NextRecorded(Key) is { } failure)
            return Refail(Slice, Key, steps.Scope.Shown(Key), failure);
        if (!(IsKnownByParts && Slice.Claims.TryClaimNext(span.Name, options?.Key, out var recorded)) && !Slice.Claims.TryClaimRecorded(Key, out recorded))
            return null;

        var result = Read(recorded);
        Slice.Telemetry?.CountReplayedStep();
        return Slice.Deliveries.HasRecordedTurns ? Slice.Deliveries.Replay(Key, result) : Slice.Deliveries.ReplayWithoutTurn(result);
    }

    public Task<T> Open()
    {
        var shownKey = steps.Scope.Shown(Key);
        if (body.Problem is { } problem)
            throw new NonRetryableException($"No result of step '{shownKey}' could be written as JSON: {problem}.");

        // A recorded step needs no policy, so a run that has it goes on without one that is gone.
        var retries = options?.Policy is null ? _retries : RetryPolicy.From(StepPolicies.Resolve(options, steps.Component));
        var step = new StepOperation<T>(Slice, span, Key, shownKey, retries, body);
        Slice.Claims.Claim(Key);
        if (Slice.Checkpoint.HasUnused)
            Slice.Renamed.Add(Key);
        return step.Begin();
    }

    private T Read(ReadOnlyMemory<byte> recorded)
    {
        try
        {
            return body.Read(recorded.Span);
        }
        catch (Exception exception) when (BoundJson.IsBindingFailure(exception))
        {
            throw body.DoesNotBind(Key, recorded.Span, exception);
        }
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
