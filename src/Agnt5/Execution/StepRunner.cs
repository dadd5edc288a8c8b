using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution.Telemetry;
using Agnt5.Generated;

namespace Agnt5.Execution;

/// <summary>Replays or runs the steps of a context (protocol section 6).</summary>
internal sealed class StepRunner(WorkflowSlice slice, DurableScope scope, ComponentDescriptor component)
{
    public WorkflowSlice Slice => slice;

    public DurableScope Scope => scope;

    /// <summary>The component whose code calls the steps.</summary>
    public ComponentDescriptor Component => component;

    public Task<T> RunAsync<T>(string name, StepOptions? options, StepBody<T> body) => DurableCall.Run<StepCall<T>, T>(slice, new StepCall<T>(this, new StepSpan(name), options, body));

    /// <summary>Runs one of the engine's own steps.</summary>
    /// <param name="span">The step's name in traces.</param>
    /// <param name="key">The key of the step's record.</param>
    /// <param name="options">The step's retries.</param>
    /// <param name="body">The step's body.</param>
    /// <param name="resultType">The metadata of the step's result.</param>
    public Task<T> RunOwnAsync<T>(StepSpan span, string key, StepOptions? options, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType) =>
        DurableCall.Run<StepCall<T>, T>(slice, new StepCall<T>(this, span, options, new StepBody<T>(body, resultType)) { OwnKey = key });
}
