namespace Agnt5.Generated;

/// <summary>
/// Compares the keys of dictionaries and the items of sets that are read from JSON. Keys are equal where they are by default; their hash codes differ in each process, so a caller cannot choose keys
/// that collide.
/// </summary>
public abstract class KeyComparer<T> : EqualityComparer<T>
{
    private protected KeyComparer()
    {
    }

    /// <summary>Hashes a key for generated code that hashes it as a part of another one. Equal keys have equal hashes.</summary>
    /// <param name="key">The key, or <see langword="null"/>.</param>
    public abstract ulong Hash(T? key);

    /// <summary>Whether a caller can foresee the hash codes that .NET or the compiler gives to such keys. Otherwise the comparer hashes those.</summary>
    internal abstract bool IsNeeded { get; }

    /// <inheritdoc/>
    public sealed override bool Equals(T? x, T? y) => Default.Equals(x, y);

    /// <inheritdoc/>
    public sealed override int GetHashCode(T obj) => (int)(Hash(obj) >> 32);
}
