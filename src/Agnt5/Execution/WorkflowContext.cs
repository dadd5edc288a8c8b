using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Json;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>
/// The context of a workflow. Its durable calls return what an earlier slice recorded, so a workflow that runs again from the top does nothing
/// twice (protocol section 6). Await them in the workflow's own code.
/// </summary>
public class WorkflowContext : ComponentContext
{
    private readonly Invocation _invocation;
    private readonly WorkflowSlice _slice;
    private StepRunner? _steps;
    private ILogger? _logger;

    internal WorkflowContext(Invocation invocation, WorkflowSlice slice)
        : base(invocation)
    {
        _invocation = invocation;
        _slice = slice;
    }

    /// <summary>Whether everything so far came from the checkpoint: until the first completion that did not.</summary>
    public bool IsReplaying => _slice.IsReplaying;

    /// <inheritdoc/>
    public override ILogger Logger => _logger ??= new ReplayAwareLogger(_invocation.Logger, _slice);

    /// <summary>Runs a step once. On replay its recorded result is returned and <paramref name="body"/> does not run.</summary>
    /// <typeparam name="T">The result's type. It crosses the wire in the checkpoint, so the generator must know it.</typeparam>
    /// <param name="name">The step's name: its identity over replays. It must not begin with <c>agnt5:</c>.</param>
    /// <param name="body">What to do. It runs on the thread pool; its token fires when the caller goes away.</param>
    /// <param name="options">The step's key, where steps share a name.</param>
    /// <returns>The body's result, or the recorded one.</returns>
    /// <exception cref="StepFailedException">The body threw.</exception>
    /// <exception cref="NonRetryableException">
    /// The recorded result does not bind to <typeparamref name="T"/>, the key is used already, or the call did not come from the workflow's own code.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<T> StepAsync<T>(string name, Func<CancellationToken, Task<T>> body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, body, TypeInfo<T>());
    }

    /// <summary>Runs a step without a result once. On replay <paramref name="body"/> does not run.</summary>
    /// <inheritdoc cref="StepAsync{T}(string, Func{CancellationToken, Task{T}}, StepOptions?)"/>
    public Task StepAsync(string name, Func<CancellationToken, Task> body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, body);
    }

    /// <inheritdoc cref="StepAsync{T}(string, Func{CancellationToken, Task{T}}, StepOptions?)"/>
    public Task<T> StepAsync<T>(string name, Func<Task<T>> body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, _ => body(), TypeInfo<T>());
    }

    /// <inheritdoc cref="StepAsync(string, Func{CancellationToken, Task}, StepOptions?)"/>
    public Task StepAsync(string name, Func<Task> body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, _ => body());
    }

    /// <inheritdoc cref="StepAsync{T}(string, Func{CancellationToken, Task{T}}, StepOptions?)"/>
    public Task<T> StepAsync<T>(string name, Func<T> body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, _ => Task.FromResult(body()), TypeInfo<T>());
    }

    /// <inheritdoc cref="StepAsync(string, Func{CancellationToken, Task}, StepOptions?)"/>
    public Task StepAsync(string name, Action body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, _ =>
        {
            body();
            return Task.CompletedTask;
        });
    }

    /// <summary>Runs a step once, with the metadata of its result given: for a helper whose <typeparamref name="T"/> is open, where the generator cannot know it.</summary>
    /// <inheritdoc cref="StepAsync{T}(string, Func{CancellationToken, Task{T}}, StepOptions?)"/>
    /// <param name="name">The step's name: its identity over replays. It must not begin with <c>agnt5:</c>.</param>
    /// <param name="body">What to do. It runs on the thread pool; its token fires when the caller goes away.</param>
    /// <param name="resultType">The metadata of the result's type.</param>
    /// <param name="options">The step's key, where steps share a name.</param>
    public Task<T> StepAsync<T>(string name, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(resultType);
        return Steps.RunAsync(name, options, body, resultType);
    }

    private StepRunner Steps => _steps ??= new StepRunner(_invocation, _slice);

    private JsonTypeInfo<T> TypeInfo<T>()
    {
        try
        {
            return GeneratedJson.TypeInfo<T>(_invocation.Component.JsonOptions);
        }
        catch (NotSupportedException exception)
        {
            throw new NonRetryableException(
                $"No JSON metadata was generated for the step result type {typeof(T)}. Where the type argument is open, pass a JsonTypeInfo<T> (AGT2005).", exception);
        }
    }
}
