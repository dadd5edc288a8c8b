using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Generated;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>The context of a component: its invocation, services, events and state. A parameter of this type fits every component.</summary>
public abstract class ComponentContext
{
    private readonly Invocation _invocation;
    private readonly ComponentDescriptor _component;
    private Dictionary<string, string>? _metadata;

    private protected ComponentContext(Invocation invocation, ComponentDescriptor component) => (_invocation, _component) = (invocation, component);

    /// <summary>The run's id. It stays the same over retries and replays.</summary>
    public string RunId => _invocation.RunId;

    /// <summary>This invocation's id as the platform sent it, usually <c>{run id}:{attempt}</c> (protocol section 3).</summary>
    public string InvocationId => _invocation.InvocationId;

    /// <summary>The number of this attempt of the run, from 0.</summary>
    public int Attempt => _invocation.Attempt;

    /// <summary>The component's name on the wire.</summary>
    public string ComponentName => _component.Name;

    /// <summary>The invocation's metadata: text by key (protocol section 4). <c>component_type</c> and <c>component_name</c> name this component (protocol section 10).</summary>
    public IReadOnlyDictionary<string, string> Metadata => _metadata ??= DescribeComponent();

    /// <summary>A logger for the component, in the category <c>Agnt5.Components.{name}</c>. In a workflow the logger is silent while replaying.</summary>
    public virtual ILogger Logger => _invocation.LoggerOf(_component);

    /// <summary>The services of the invocation's scope. The scope ends with the slice.</summary>
    public virtual IServiceProvider Services => _invocation.Services;

    /// <summary>The caller who started the run through a hosted MCP server, or <see langword="null"/> when the run was started otherwise (protocol section 6).</summary>
    public Caller? Caller => Caller.From(_invocation.Metadata);

    /// <summary>When the host cuts this invocation off (protocol section 6), or <see langword="null"/> when the request names no deadline.</summary>
    public DateTimeOffset? Deadline => _invocation.Budget.Deadline;

    /// <summary>Fires when the caller goes away and at the <see cref="Deadline"/>. A deadline that had passed before the invocation began does not fire it.</summary>
    public virtual CancellationToken CancellationToken => _invocation.CancellationToken;

    /// <summary>
    /// Emits an event. Events go out with the response, in the order of the calls (protocol section 6). In a workflow no event goes out twice: a step emits when its body runs, and the
    /// workflow's own code emits once per run.
    /// </summary>
    /// <typeparam name="T">The data's type. It crosses the wire, so the generator must know it.</typeparam>
    /// <param name="eventType">The event's type, not blank. White space around it is removed.</param>
    /// <param name="data">The event's data.</param>
    /// <param name="options">The optional fields of the event.</param>
    /// <exception cref="ArgumentException"><paramref name="eventType"/> is blank.</exception>
    /// <exception cref="NonRetryableException">The data cannot be written as JSON, or the call came from neither a step nor the workflow's own code.</exception>
    public ValueTask EmitAsync<T>(string eventType, T data, EmitOptions? options = null) => EmitAsync(eventType, data, TypeInfo<T>("event data"), options);

    /// <summary>Emits an event, with the JSON metadata of its data as an argument. A generic helper needs this, because the generator cannot know its open <typeparamref name="T"/>.</summary>
    /// <inheritdoc cref="EmitAsync{T}(string, T, EmitOptions?)"/>
    /// <param name="eventType">The event's type, not blank. White space around it is removed.</param>
    /// <param name="data">The event's data.</param>
    /// <param name="dataType">The metadata of the data's type.</param>
    /// <param name="options">The optional fields of the event.</param>
    public ValueTask EmitAsync<T>(string eventType, T data, JsonTypeInfo<T> dataType, EmitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dataType);
        Emit(EventLog.Create(eventType, data, dataType, options, StepScope.Current));
        return ValueTask.CompletedTask;
    }

    /// <summary>Returns a value that was set in this invocation, or the default of <typeparamref name="T"/>. No value outlives the invocation.</summary>
    /// <param name="key">The value's key.</param>
    /// <exception cref="InvalidCastException">The value has another type.</exception>
    public T? Get<T>(string key) => _invocation.State.Get<T>(key);

    /// <summary>Keeps a value for the rest of this invocation. The checkpoint does not hold it: make a value that must survive a replay the result of a step.</summary>
    /// <param name="key">The value's key.</param>
    /// <param name="value">The value.</param>
    public void Set<T>(string key, T value) => _invocation.State.Set(key, value);

    /// <summary>Removes a value.</summary>
    /// <param name="key">The value's key.</param>
    /// <returns>Whether there was a value.</returns>
    public bool Delete(string key) => _invocation.State.Delete(key);

    // Made on demand: most components do not read it.
    private Dictionary<string, string> DescribeComponent() => new(_invocation.Metadata, StringComparer.Ordinal)
    {
        ["component_type"] = _component.Type.ToWireName(),
        ["component_name"] = _component.Name,
    };

    private protected virtual void Emit(EmittedEvent emitted) => _invocation.Events.Add(emitted);

    private protected JsonTypeInfo<T> TypeInfo<T>(string purpose)
    {
        try
        {
            return GeneratedJson.TypeInfo<T>(_component.JsonOptions);
        }
        catch (NotSupportedException exception)
        {
            throw new NonRetryableException(
                $"No JSON metadata was generated for the {purpose} type {typeof(T)}. Where the type argument is open, pass a JsonTypeInfo<T> (AGT2005).", exception);
        }
    }
}
