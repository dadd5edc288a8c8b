using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Generated;

/// <summary>The run time's side of one call of a component.</summary>
public abstract class ComponentCall
{
    private protected ComponentCall()
    {
    }

    /// <summary>The context that the component's method takes.</summary>
    /// <typeparam name="T">The type of the context: that of a function or tool, of a workflow, or of an agent.</typeparam>
    /// <exception cref="InvalidOperationException">A component of this kind has no such context.</exception>
    public abstract T Context<T>()
        where T : class;

    /// <summary>What the user says to an agent: the input by the rules of protocol section 6, "Agents".</summary>
    public virtual string AgentMessage => throw new InvalidOperationException("Only an agent is told a message.");

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
