using System.Text.Json;
using Agnt5.Json;

namespace Agnt5.Generated;

/// <summary>The comparers of dictionaries and sets that generated code constructs (see <see cref="KeyComparer{T}"/>).</summary>
public static class GeneratedKeys
{
    /// <summary>The comparer of single values. For any other type it asks the type's own hash code.</summary>
    public static KeyComparer<T> Of<T>() => ValueKeyComparer<T>.Instance;

    /// <summary>Creates the comparer of values that may be <see langword="null"/>.</summary>
    /// <param name="values">The comparer of the values.</param>
    public static KeyComparer<T?> Nullable<T>(KeyComparer<T> values)
        where T : struct => new NullableKeyComparer<T>(values);

    /// <summary>Creates the comparer of objects that are equal if their members are.</summary>
    /// <param name="members">Hash the members, or those of a subtype.</param>
    public static KeyComparer<T> Members<T>(params Func<T, ulong>[] members) => new MembersKeyComparer<T>(members);

    /// <summary>Collects the items of a set whose order follows .NET's hash codes, in a set that hashes them so.</summary>
    /// <param name="items">The items, in JSON order.</param>
    /// <param name="keys">Compares them until it is known that they do not collide.</param>
    /// <exception cref="JsonException">The items were chosen to collide.</exception>
    public static HashSet<T> Checked<T>(IEnumerable<T> items, KeyComparer<T> keys) => CollidingKeys.Set(items, keys);

    /// <summary>Collects the entries of a dictionary whose order follows .NET's hash codes, in a dictionary that hashes them so.</summary>
    /// <param name="entries">The entries, with a comparer of this class.</param>
    /// <exception cref="JsonException">The keys were chosen to collide.</exception>
    public static Dictionary<TKey, T> Checked<TKey, T>(Dictionary<TKey, T> entries)
        where TKey : notnull => CollidingKeys.Dictionary(entries);

    /// <summary>Hashes a member's value.</summary>
    /// <param name="value">The value.</param>
    public static ulong Hash<T>(T value) => KeyHash.Of(value);
}
