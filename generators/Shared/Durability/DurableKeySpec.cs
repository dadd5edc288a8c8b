namespace Agnt5.Shared;

/// <summary>The key by which a replay finds a durable call. A call without a name is numbered.</summary>
/// <param name="Space">The key space, in which the key must be unique.</param>
internal sealed record DurableKeySpec(KeySpace Space)
{
    /// <summary>The parameter that names the call, or <see langword="null"/> when the key in its options does.</summary>
    public string? Name { get; init; }

    /// <summary>The parameter that distinguishes calls with one name: a signal's waiting step. If it is left out, the name is the place.</summary>
    public string? Place { get; init; }

    /// <summary>The parameter that separates keys: the called agent. Calls of different agents do not share keys.</summary>
    public string? Owner { get; init; }

    /// <summary>The options that hold the key, or the addition to the name.</summary>
    public KeyOptions? Options { get; init; }

    /// <summary>Whether a parameter's text is a part of the key.</summary>
    public bool IsPart(string parameter) => parameter == Name || parameter == Place;
}

/// <summary>Options of a durable call that are a part of its key.</summary>
/// <param name="Parameter">The parameter that takes them.</param>
/// <param name="Type">The name of their type, in the namespace <c>Agnt5</c>.</param>
/// <param name="Key">The member that is the key.</param>
internal sealed record KeyOptions(string Parameter, string Type, string Key)
{
    /// <summary>The member with a session. In a session, a replay finds a call by the session's length, whatever its key.</summary>
    public string? Session { get; init; }

    /// <summary>Whether a member of the options is a part of the key.</summary>
    public bool IsPart(string type, string member) => type == Type && (member == Key || member == Session);
}

/// <summary>Durable calls that must not share a key.</summary>
internal enum KeySpace
{
    /// <summary>Steps and sleeps.</summary>
    Records,
    Signals,
    ModelCalls,
    AgentCalls,
}
