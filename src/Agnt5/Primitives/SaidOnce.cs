using System.Collections.Concurrent;

namespace Agnt5.Primitives;

/// <summary>Remembers which hints the log has, so that each is there once in the life of a host.</summary>
internal sealed class SaidOnce
{
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);

    /// <summary>Whether a hint is the first of its kind.</summary>
    /// <param name="kind">The kind: one of a few texts of the app, and never a caller's.</param>
    public bool IsFirst(string kind) => _said.TryAdd(kind, true);
}
