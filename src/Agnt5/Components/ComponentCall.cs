using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Components;

namespace Agnt5;

/// <summary>The run time's side of one call of a component. Generated code is its only user.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ComponentCall
{
    private protected ComponentCall()
    {
    }

    /// <summary>The context of a function or tool.</summary>
    public abstract FunctionContext FunctionContext { get; }

    /// <summary>The context of a workflow.</summary>
    public abstract WorkflowContext WorkflowContext { get; }

    /// <summary>The context of an agent.</summary>
    public virtual AgentContext AgentContext => throw new InvalidOperationException("Only an agent has an agent's context.");

    /// <summary>What the user says to an agent: the input by the rules of protocol section 6, "Agents".</summary>
    public virtual string AgentMessage => AgentContext.Message;

    /// <summary>The call of a workflow that events or webhooks start.</summary>
    public virtual TriggeredCall Triggered => throw new InvalidOperationException("Events start workflows alone.");

    /// <summary>Fires when the caller goes away.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Binds the input to its declared type. Ends the call as <c>WORKERLESS_INPUT_INVALID</c> when it does not bind (protocol section 4).</summary>
    /// <param name="type">The metadata of the input's type.</param>
    public abstract T ReadInput<T>(JsonTypeInfo<T> type);

    /// <summary>Writes the component's result as the response's <c>output</c> (protocol section 5). A component without a value never calls it.</summary>
    /// <param name="value">The result.</param>
    /// <param name="type">The metadata of the result's type.</param>
    public abstract void WriteOutput<T>(T value, JsonTypeInfo<T> type);

    /// <summary>
    /// Streams a component's result: each item goes out as an <c>output.delta</c> event whose data is the item, and the list of all items is the
    /// response's <c>output</c> (protocol sections 5 and 6).
    /// </summary>
    /// <param name="items">What the component returned. It is enumerated once, with the invocation's token.</param>
    /// <param name="itemType">The metadata of an item's type.</param>
    /// <param name="listType">The metadata of the list's type.</param>
    public abstract ValueTask WriteStreamAsync<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> itemType, JsonTypeInfo<List<T>> listType);

    /// <summary>A registered service of the invocation's scope. Ends the call with an error that the log explains when it is not registered.</summary>
    public abstract T Service<T>()
        where T : notnull;

    /// <summary>A service of the invocation's scope, or <see langword="null"/> when it is not registered.</summary>
    public abstract T? OptionalService<T>();

    /// <summary>A registered keyed service of the invocation's scope.</summary>
    /// <param name="key">The service's key.</param>
    public abstract T KeyedService<T>(object? key)
        where T : notnull;

    /// <summary>Hands over an instance that generated code constructed: it is disposed with the invocation's scope, when the slice has ended.</summary>
    /// <param name="instance">The component's class.</param>
    public abstract T Own<T>(T instance)
        where T : class;
}
