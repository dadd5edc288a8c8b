namespace Agnt5.Shared;

/// <summary>A value in a component's input.</summary>
/// <param name="Name">Its type in messages.</param>
internal sealed record InputValue(InputValueKind Kind, string Name)
{
    /// <summary>A value of unknown shape.</summary>
    public static readonly InputValue Untyped = new(InputValueKind.Untyped, "");

    /// <summary>A text.</summary>
    public static readonly InputValue Text = new(InputValueKind.Scalar, "string");

    /// <summary>The members of an object that are read.</summary>
    public IReadOnlyList<InputMember> Members { get; init; } = [];

    /// <summary>The member of an object that identifies its derived type.</summary>
    public string? Discriminator { get; init; }

    /// <summary>Whether an object cannot be read without its discriminator.</summary>
    public bool NeedsDiscriminator { get; init; }

    /// <summary>Whether an object keeps members that its type does not have.</summary>
    public bool TakesAnyName { get; init; }

    /// <summary>The values of a dictionary.</summary>
    public Func<InputValue>? Entry { get; init; }

    /// <summary>A hint for messages about a name that leads to nothing in the value.</summary>
    public string? Note { get; init; }
}

/// <summary>A member of an object in a component's input.</summary>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="SourceName">Its name in C#.</param>
/// <param name="Read">Returns its value. Types may contain themselves, so values are only made when a path needs them.</param>
internal sealed record InputMember(string JsonName, string SourceName, Func<InputValue> Read)
{
    /// <summary>Whether an input without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A member whose name is the same in JSON and C#.</summary>
    public static InputMember Of(string name, InputValue value) => new(name, name, () => value);
}

internal enum InputValueKind
{
    Untyped,
    Scalar,
    Object,
    List,

    /// <summary>A dictionary with texts for keys.</summary>
    Map,

    /// <summary>A dictionary with other keys.</summary>
    OtherMap,
}
