using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Json;

namespace Agnt5.Generated;

// Generated getters and setters call these methods where a plain assignment is not enough.
public static partial class GeneratedJson
{
    /// <summary>Fills the collection of a member without a setter. The new items replace the old ones, as with a setter.</summary>
    /// <param name="collection">The member's value.</param>
    /// <param name="items">The items that were read, or <see langword="null"/> to leave the collection as it is.</param>
    /// <exception cref="JsonException">There is no collection, or the collection is read-only.</exception>
    public static void Fill<T>(ICollection<T>? collection, IEnumerable<T>? items)
    {
        if (items is null)
            return;
        if (collection is null or { IsReadOnly: true })
            throw CannotBeFilled();
        if (collection is HashSet<T> set && set.Comparer == EqualityComparer<T>.Default && items is HashSet<T> { Comparer: KeyComparer<T> keys } read)
            CollidingKeys.Refuse(read, keys, set.EnsureCapacity(read.Count));
        Replace(collection, items);
    }

    /// <inheritdoc cref="Fill{T}(ICollection{T}, IEnumerable{T})"/>
    public static void Fill<TKey, T>(ICollection<KeyValuePair<TKey, T>>? collection, IEnumerable<KeyValuePair<TKey, T>>? items)
        where TKey : notnull
    {
        if (items is null)
            return;
        if (collection is null or { IsReadOnly: true })
            throw CannotBeFilled();
        switch (collection, items)
        {
            case (Dictionary<TKey, T> dictionary, Dictionary<TKey, T> { Comparer: KeyComparer<TKey> keys } read) when dictionary.Comparer == EqualityComparer<TKey>.Default:
                CollidingKeys.Refuse(read.Keys, keys, dictionary.EnsureCapacity(read.Count));
                break;
            case (OrderedDictionary<TKey, T> dictionary, OrderedDictionary<TKey, T> { Comparer: KeyComparer<TKey> keys } read) when dictionary.Comparer == EqualityComparer<TKey>.Default:
                CollidingKeys.Refuse(read.Keys, keys, dictionary.EnsureCapacity(read.Count));
                break;
        }

        Replace(collection, items);
    }

    /// <inheritdoc cref="Fill{T}(ICollection{T}, IEnumerable{T})"/>
    public static void Fill<T>(Queue<T>? collection, Queue<T>? items)
    {
        if (items is null)
            return;
        if (collection is null)
            throw CannotBeFilled();
        collection.Clear();
        foreach (var item in items)
            collection.Enqueue(item);
    }

    /// <inheritdoc cref="Fill{T}(ICollection{T}, IEnumerable{T})"/>
    public static void Fill<T>(Stack<T>? collection, Stack<T>? items)
    {
        if (items is null)
            return;
        if (collection is null)
            throw CannotBeFilled();
        collection.Clear();

        // A stack enumerates from its top.
        foreach (var item in items.Reverse())
            collection.Push(item);
    }

    /// <summary>Makes an immutable array writable: an array that was never set becomes an empty array.</summary>
    /// <param name="items">The member's value.</param>
    public static ImmutableArray<T> NotDefault<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;

    /// <summary>Makes extension data writable: leaves out entries with the name of a declared member, which would be in the document twice.</summary>
    /// <param name="data">The member's value.</param>
    /// <param name="declaredNames">The JSON names of the declared members.</param>
    public static Dictionary<string, T>? ExtensionData<T>(Dictionary<string, T>? data, params ReadOnlySpan<string> declaredNames) =>
        data is null || !Holds(data, declaredNames) ? data : new(Without(data, declaredNames));

    /// <inheritdoc cref="ExtensionData{T}(Dictionary{string, T}, ReadOnlySpan{string})"/>
    public static IDictionary<string, T>? ExtensionData<T>(IDictionary<string, T>? data, params ReadOnlySpan<string> declaredNames) =>
        data is null || !Holds(data, declaredNames) ? data : new Dictionary<string, T>(Without(data, declaredNames));

    /// <inheritdoc cref="ExtensionData{T}(Dictionary{string, T}, ReadOnlySpan{string})"/>
    public static JsonObjectDictionary? ExtensionData(JsonObject? data, params ReadOnlySpan<string> declaredNames) => data switch
    {
        null => null,
        _ when !Holds(data, declaredNames) => new(data),
        _ => new(new JsonObject(Without(data, declaredNames).Select(static entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())))),
    };

    private static void Replace<T>(ICollection<T> collection, IEnumerable<T> items)
    {
        collection.Clear();
        foreach (var item in items)
            collection.Add(item);
    }

    private static bool Holds<T>(IDictionary<string, T> data, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (data.ContainsKey(name))
                return true;
        }

        return false;
    }

    private static List<KeyValuePair<string, T>> Without<T>(IDictionary<string, T> data, ReadOnlySpan<string> names)
    {
        List<KeyValuePair<string, T>> kept = [];
        foreach (var entry in data)
        {
            if (!names.Contains(entry.Key))
                kept.Add(entry);
        }

        return kept;
    }

    private static JsonException CannotBeFilled() =>
        new("A collection member without a setter cannot be filled, because its value is null or read-only. Initialize it with a collection, or give it a setter.");
}
