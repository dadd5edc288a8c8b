using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;

namespace Agnt5.Execution;

/// <summary>Decides for each step of a workflow whether it is replayed or run (protocol section 6).</summary>
internal sealed class StepRunner(Invocation invocation, WorkflowSlice slice)
{
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    public Task<T> RunAsync<T>(string name, StepOptions? options, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType)
    {
        var key = Claim(name, options);
        if (slice.Failures.NextRecorded(key) is { } failure)
            return Refail<T>(key, failure);
        if (invocation.Checkpoint.TryGet(key, out var recorded))
            return Task.FromResult(Bind(key, recorded, resultType));

        WarnOfRename(key);
        return new StepOperation<T>(invocation, slice, this, key, body, value => BoundJson.Write(value, resultType)).Start();
    }

    public Task RunAsync(string name, StepOptions? options, Func<CancellationToken, Task> body)
    {
        var key = Claim(name, options);
        if (slice.Failures.NextRecorded(key) is { } failure)
            return Refail<object?>(key, failure);
        if (invocation.Checkpoint.TryGet(key, out _))
            return Task.CompletedTask;

        WarnOfRename(key);
        return new StepOperation<object?>(invocation, slice, this, key, WithoutResult(body), static _ => "null"u8.ToArray()).Start();
    }

    /// <summary>Lets a step that failed be tried again under the same key.</summary>
    public void Release(string key) => _claimed.Remove(key);

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
            var problems = BindingProblems.Describe(recorded.Span, resultType, exception, quotesValues: false);
            throw new NonRetryableException(
                $"The recorded result of step '{key}' does not bind to {typeof(T)}: {problems}. Deploy code that reads it, or start the run anew.", exception);
        }
    }

    private string Claim(string name, StepOptions? options)
    {
        slice.EnterDurableCall("StepAsync");
        var key = DurableKey.Step(name, options?.Key);
        return _claimed.Add(key)
            ? key
            : throw new NonRetryableException(
                $"The step key '{key}' is used already in this run. Steps that share a name need a key of their own: new StepOptions {{ Key = … }} (AGT4007).");
    }

    private Task<T> Refail<T>(string key, StepFailedException failure)
    {
        Release(key);
        return Task.FromException<T>(failure);
    }

    private void WarnOfRename(string key)
    {
        if (invocation.Checkpoint.DescribeUnused() is { } unused && _warned.Add(key))
            EngineLog.StepNotInCheckpoint(invocation.Logger, invocation.RunId, key, unused);
    }
}
