using System.Collections.Concurrent;

namespace Agnt5.Execution;

/// <summary>The values that a component keeps during one invocation. Steps that run at the same time may use them too.</summary>
internal sealed class InvocationState
{
    private readonly ConcurrentDictionary<string, object?> _values = new(StringComparer.Ordinal);

    public T? Get<T>(string key)
    {
        if (!_values.TryGetValue(key, out var value) || value is null)
            return default;
        return value is T typed
            ? typed
            : throw new InvalidCastException($"The state '{key}' holds a {value.GetType()}, not a {typeof(T)}.");
    }

    public void Set(string key, object? value) => _values[key] = value;

    public bool Delete(string key) => _values.TryRemove(key, out _);
}
