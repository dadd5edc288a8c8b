using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution.Telemetry;
using Agnt5.Json;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>Decides for each step of a workflow whether it is replayed or run (protocol section 6).</summary>
internal sealed class StepRunner(WorkflowSlice slice, DurableScope scope)
{
    private HashSet<string>? _warned;

    public Task<T> RunAsync<T>(string name, StepOptions? options, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType)
    {
        using var call = slice.EnterDurableCall("StepAsync", name);
        if (!call.GoesOn)
            return WorkflowSlice.Never<T>();

        var (key, retries) = Identify(name, options);
        return Run(new StepSpan(name), key, retries, body, resultType);
    }

    /// <summary>Runs a step of the engine's own.</summary>
    /// <param name="span">What traces call it.</param>
    /// <param name="key">The key of its record.</param>
    /// <param name="options">Its retries.</param>
    /// <param name="body">What to do.</param>
    /// <param name="resultType">The metadata of its result.</param>
    public Task<T> RunOwnAsync<T>(StepSpan span, string key, StepOptions? options, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType)
    {
        using var call = slice.EnterDurableCall(span.Name);
        if (!call.GoesOn)
            return WorkflowSlice.Never<T>();

        slice.Claims.ThrowIfClaimed(key);
        return Run(span, key, RetryPolicy.From(options), body, resultType);
    }

    public Task RunAsync(string name, StepOptions? options, Func<CancellationToken, Task> body)
    {
        using var call = slice.EnterDurableCall("StepAsync", name);
        if (!call.GoesOn)
            return WorkflowSlice.Never<object?>();

        var (key, retries) = Identify(name, options);
        if (slice.Failures.NextRecorded(key) is { } failure)
            return Refail<object?>(key, failure);
        if (slice.Claims.TryClaimRecorded(key, out _))
            return Replay<object?>(key, null);
        return Begin(new StepSpan(name), key, retries, body);
    }

    private Task<T> Run<T>(StepSpan span, string key, RetryPolicy retries, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType)
    {
        if (slice.Failures.NextRecorded(key) is { } failure)
            return Refail<T>(key, failure);
        if (slice.Claims.TryClaimRecorded(key, out var recorded))
            return Replay(key, Bind(key, recorded, resultType));
        return Begin(span, key, retries, body, resultType);
    }

    // Apart from the replayed way, which has no use for the closures.
    private Task<T> Begin<T>(StepSpan span, string key, RetryPolicy retries, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType) =>
        Subtypes.ProblemOf(resultType) is not { } problem
            ? Begin(new StepOperation<T>(slice, span, key, scope.Shown(key), retries, body, value => BoundJson.Write(value, resultType)))
            : throw new NonRetryableException($"No result of step '{scope.Shown(key)}' could be written as JSON: {problem}.");

    private Task<object?> Begin(StepSpan span, string key, RetryPolicy retries, Func<CancellationToken, Task> body) =>
        Begin(new StepOperation<object?>(slice, span, key, scope.Shown(key), retries, WithoutResult(body), static _ => RecordedValues.Null));

    private Task<T> Begin<T>(StepOperation<T> step)
    {
        slice.Claims.Claim(step.Key);
        WarnOfRename(step.Key);
        return step.Begin();
    }

    private static Func<CancellationToken, Task<object?>> WithoutResult(Func<CancellationToken, Task> body) => async cancellationToken =>
    {
        await body(cancellationToken).ConfigureAwait(false);
        return null;
    };

    private static T Bind<T>(string key, ReadOnlyMemory<byte> recorded, JsonTypeInfo<T> resultType)
    {
        try
        {
            return BoundJson.Read(recorded.Span, resultType);
        }
        catch (Exception exception) when (BoundJson.IsBindingFailure(exception))
        {
            var problems = BindingProblems.Describe(recorded.Span, resultType, exception, DocumentDemands.Recorded);
            throw new NonRetryableException(
                $"The recorded result of step '{key}' does not bind to {typeof(T)}: {problems}. Deploy code that reads it, or start the run anew.", BoundJson.CauseOf(exception));
        }
    }

    private (string Key, RetryPolicy Retries) Identify(string name, StepOptions? options)
    {
        var key = scope.Named(DurableKey.Named(name, options?.Key));
        slice.Claims.ThrowIfClaimed(key);
        return (key, RetryPolicy.From(options));
    }

    private Task<T> Replay<T>(string key, T result)
    {
        slice.Telemetry?.CountReplayedStep();
        return slice.Deliveries.Replay(key, result);
    }

    private Task<T> Refail<T>(string key, StepFailure failure)
    {
        slice.Telemetry?.CountReplayedStep();
        slice.Claims.Claim(key);
        failure.Exception.StepKey = scope.Shown(key);
        return slice.Deliveries.ReplayFailure<T>(DurableKey.Failures(key), failure.Exception, () =>
        {
            slice.Claims.Release(key);
            slice.Failures.Replay(failure);
        });
    }

    private void WarnOfRename(string key)
    {
        if (slice.Checkpoint.DescribeUnused() is { } unused && (_warned ??= new HashSet<string>(StringComparer.Ordinal)).Add(key))
            EngineLog.StepNotInCheckpoint(slice.Log, slice.LoggedRunId, CallerText.Shorten(key), unused);
    }
}
