using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Generated;

/// <summary>One call of a component, as its generated code sees it.</summary>
public abstract class ComponentCall
{
    private protected ComponentCall()
    {
    }

    /// <summary>Returns the context that the component's method takes.</summary>
    /// <typeparam name="T">The type of the context: for a function or tool, for a workflow, or for an agent.</typeparam>
    /// <exception cref="InvalidOperationException">The component has no context of this type.</exception>
    public abstract T Context<T>()
        where T : class;

    /// <summary>The user's message to an agent, read from the input by the rules of protocol section 6, "Agents".</summary>
    public virtual string AgentMessage => throw new InvalidOperationException("Only the call of an agent has a message.");

    /// <summary>Fires when the caller goes away.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Binds the input to its declared type. Input that does not bind ends the call as <c>WORKERLESS_INPUT_INVALID</c> (protocol section 4).</summary>
    /// <param name="type">The metadata of the input's type.</param>
    public abstract T ReadInput<T>(JsonTypeInfo<T> type);

    /// <summary>Writes the component's result as the response's <c>output</c> (protocol section 5). A component without a result never calls this.</summary>
    /// <param name="value">The result.</param>
    /// <param name="type">The metadata of the result's type.</param>
    public abstract void WriteOutput<T>(T value, JsonTypeInfo<T> type);

    /// <summary>
    /// Streams a component's result (protocol sections 5 and 6). Each item goes out as the data of an <c>output.delta</c> event. The list of all items is
    /// the response's <c>output</c>.
    /// </summary>
    /// <param name="items">The stream that the component returned. It is enumerated once, with the invocation's token.</param>
    /// <param name="itemType">The metadata of an item's type.</param>
    /// <param name="listType">The metadata of the list's type.</param>
    public abstract ValueTask WriteStreamAsync<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> itemType, JsonTypeInfo<List<T>> listType);

    /// <summary>Returns a service of the invocation's scope. A service that is not registered ends the call with an error, and the log explains it.</summary>
    public abstract T Service<T>()
        where T : notnull;

    /// <summary>Returns a service of the invocation's scope, or <see langword="null"/> when it is not registered.</summary>
    public abstract T? OptionalService<T>();

    /// <summary>Returns a keyed service of the invocation's scope. A service that is not registered ends the call with an error, and the log explains it.</summary>
    /// <param name="key">The service's key.</param>
    public abstract T KeyedService<T>(object? key)
        where T : notnull;

    /// <summary>Takes over an instance that generated code constructed. The instance is disposed with the invocation's scope, when the slice has ended.</summary>
    /// <param name="instance">The instance of the component's class.</param>
    public abstract T Own<T>(T instance)
        where T : class;
}
