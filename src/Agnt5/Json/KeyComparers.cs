using Agnt5.Generated;

namespace Agnt5.Json;

/// <summary>Compares single values: numbers, texts, times and enums.</summary>
internal sealed class ValueKeyComparer<T> : KeyComparer<T>
{
    public static readonly ValueKeyComparer<T> Instance = new();

    internal override bool IsNeeded => KeyHash.IsForeseeable<T>();

    public override ulong Hash(T? key) => KeyHash.Of(key);
}

/// <summary>Compares values that may be <see langword="null"/>.</summary>
internal sealed class NullableKeyComparer<T>(KeyComparer<T> values) : KeyComparer<T?>
    where T : struct
{
    private readonly KeyComparer<T> _values = values;

    internal override bool IsNeeded => _values.IsNeeded;

    public override ulong Hash(T? key) => key is { } value ? _values.Hash(value) : 0;

    // Two sets whose comparers are equal compare faster.
    public override bool Equals(object? obj) => obj is NullableKeyComparer<T> other && other._values.Equals(_values);

    public override int GetHashCode() => _values.GetHashCode();
}

/// <summary>Compares objects whose members make them equal.</summary>
internal sealed class MembersKeyComparer<T>(Func<T, ulong>[] members) : KeyComparer<T>
{
    internal override bool IsNeeded => true;

    public override ulong Hash(T? key)
    {
        ulong hash = 0;
        if (key is null)
            return hash;
        foreach (var member in members)
            hash = KeyHash.Mix(hash, member(key));
        return hash;
    }
}
