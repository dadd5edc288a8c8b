using System.Collections.Concurrent;
using System.Text.Json;
using Agnt5.Generated;

namespace Agnt5.Json;

/// <summary>
/// Refuses keys that were chosen to collide, before a collection hashes them as .NET does: each would be compared with all others. The SDK's own comparers prevent that (see <see cref="KeyHash"/>).
/// But a collection whose order follows its hash codes keeps .NET's: a workflow that loops over it must see the same order when another process replays it.
/// </summary>
internal static class CollidingKeys
{
    private const int MostComparisons = 256;

    /// <summary>Checks keys that a collection with places for them is about to hash.</summary>
    /// <param name="keys">The distinct keys.</param>
    /// <param name="comparer">The comparer that found them distinct.</param>
    /// <param name="buckets">The number of places.</param>
    /// <exception cref="CollidingKeysException">On average, a key would be compared with hundreds of others.</exception>
    public static void Refuse<T>(IReadOnlyCollection<T> keys, KeyComparer<T> comparer, int buckets)
    {
        // What a type's own GetHashCode returns is the project's decision.
        if (keys.Count <= MostComparisons || !comparer.IsNeeded)
            return;

        var places = new int[buckets];
        var comparisons = 0L;
        foreach (var key in keys)
            comparisons += places[(uint)EqualityComparer<T>.Default.GetHashCode(key!) % (uint)buckets]++;
        if (comparisons / MostComparisons > keys.Count)
            throw new CollidingKeysException();
    }

    /// <summary>Makes a set without a comparer.</summary>
    public static HashSet<T> Set<T>(IEnumerable<T> items, KeyComparer<T> comparer)
    {
        var distinct = new HashSet<T>(items, comparer);
        var set = new HashSet<T>();
        Refuse(distinct, comparer, set.EnsureCapacity(distinct.Count));
        set.UnionWith(distinct);
        return set;
    }

    /// <summary>Makes a dictionary without a comparer.</summary>
    public static Dictionary<TKey, T> Dictionary<TKey, T>(Dictionary<TKey, T> entries)
        where TKey : notnull
    {
        var dictionary = new Dictionary<TKey, T>();
        Refuse(entries.Keys, (KeyComparer<TKey>)entries.Comparer, dictionary.EnsureCapacity(entries.Count));
        foreach (var (key, value) in entries)
            dictionary.Add(key, value);
        return dictionary;
    }

    /// <summary>Makes a concurrent dictionary without a comparer. With one lock it never moves its entries to more places than those that were checked.</summary>
    public static ConcurrentDictionary<TKey, T> ConcurrentDictionary<TKey, T>(Dictionary<TKey, T> entries)
        where TKey : notnull
    {
        const int fewestPlaces = 31;
        var capacity = Math.Max(entries.Count, fewestPlaces);
        Refuse(entries.Keys, (KeyComparer<TKey>)entries.Comparer, new HashSet<TKey>().EnsureCapacity(capacity));
        var dictionary = new ConcurrentDictionary<TKey, T>(concurrencyLevel: 1, capacity);
        foreach (var (key, value) in entries)
            dictionary[key] = value;
        return dictionary;
    }

    /// <summary>Whether keys were refused, somewhere in a document.</summary>
    public static bool WereRefused(Exception? failure) => failure is CollidingKeysException || (failure is JsonException { InnerException: { } inner } && WereRefused(inner));
}

/// <summary>Keys collide so often that they must have been chosen for it. The serializer adds the path.</summary>
internal sealed class CollidingKeysException : JsonException;
