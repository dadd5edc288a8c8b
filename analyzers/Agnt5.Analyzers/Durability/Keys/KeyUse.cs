using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>A durable call that uses a key.</summary>
/// <param name="Text">The key with its key space.</param>
/// <param name="Noun">How a message names a call of the kind.</param>
/// <param name="Name">The key, as a message names it.</param>
/// <param name="Location">Where the name stands, or the argument that a helper takes it from.</param>
/// <param name="IsAwaited">Whether the code around it goes on only when the call has succeeded.</param>
internal sealed record KeyUse(KeyText Text, string Noun, string Name, Location Location, bool IsAwaited)
{
    /// <summary>The helper in which the call stands, as seen from the code at hand, and the helpers in between.</summary>
    public KeyPath? Path { get; init; }
}

/// <summary>A helper that is called on the way to a durable call.</summary>
/// <param name="Unit">The helper.</param>
/// <param name="Next">The helper that it calls.</param>
internal sealed record KeyPath(CodeUnit Unit, KeyPath? Next);

/// <summary>A key that is certain to be used again.</summary>
/// <param name="Use">The call that fails.</param>
/// <param name="IsSameCall">Whether it is the earlier call itself, in a helper that is called again.</param>
/// <param name="Again">Where the helper is called, if the call stands in a helper.</param>
internal sealed record RepeatedKey(KeyUse Use, bool IsSameCall, Location? Again);

/// <summary>The keys of a unit of code.</summary>
/// <param name="Certain">Calls that have been made whenever the unit has returned.</param>
/// <param name="Repeated">Keys that it uses again.</param>
internal sealed record UnitKeys(IReadOnlyList<KeyUse> Certain, IReadOnlyList<RepeatedKey> Repeated)
{
    public static UnitKeys None { get; } = new([], []);

    /// <summary>Whether all helpers that it calls were known: more code changes nothing.</summary>
    public bool IsWhole { get; init; } = true;
}
