using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution.Telemetry;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>The steps of a context, each of which is replayed or run (protocol section 6).</summary>
internal sealed class StepRunner(WorkflowSlice slice, DurableScope scope)
{
    private HashSet<string>? _warned;

    public WorkflowSlice Slice => slice;

    public DurableScope Scope => scope;

    public Task<T> RunAsync<T>(string name, StepOptions? options, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType) =>
        DurableCall.Run<StepCall<T>, T>(slice, new StepCall<T>(this, new StepSpan(name), options, new StepBody<T>(body, resultType)));

    public Task RunAsync(string name, StepOptions? options, Func<CancellationToken, Task> body) =>
        DurableCall.Run<StepCall<object?>, object?>(slice, new StepCall<object?>(this, new StepSpan(name), options, new StepBody<object?>(body)));

    /// <summary>Runs a step of the engine's own.</summary>
    /// <param name="span">What traces call it.</param>
    /// <param name="key">The key of its record.</param>
    /// <param name="options">Its retries.</param>
    /// <param name="body">What to do.</param>
    /// <param name="resultType">The metadata of its result.</param>
    public Task<T> RunOwnAsync<T>(StepSpan span, string key, StepOptions? options, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType) =>
        DurableCall.Run<StepCall<T>, T>(slice, new StepCall<T>(this, span, options, new StepBody<T>(body, resultType)) { OwnKey = key });

    /// <summary>Says so where a step runs although the checkpoint has steps that nothing has asked for.</summary>
    public void WarnOfRename(string key)
    {
        if (slice.Checkpoint.DescribeUnused() is { } unused && (_warned ??= new HashSet<string>(StringComparer.Ordinal)).Add(key))
            EngineLog.StepNotInCheckpoint(slice.Log, slice.LoggedRunId, CallerText.Shorten(key), unused);
    }
}
