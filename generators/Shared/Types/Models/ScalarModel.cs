namespace Agnt5.Shared;

/// <summary>A type that a single converter reads and writes: a number, a text, or JSON of any shape.</summary>
internal sealed record ScalarModel : TypeModel
{
    /// <summary>The converter as an expression.</summary>
    public required string Converter { get; init; }

    /// <summary>The schema's <c>type</c>, or <see langword="null"/> when any JSON fits.</summary>
    public required string? JsonType { get; init; }

    /// <summary>The smallest and largest value of a sized integer.</summary>
    public IntegerRange? Range { get; init; }

    /// <summary>The rest of the schema as JSON members: <c>"format":"uuid"</c>.</summary>
    public string? Constraints { get; init; }

    /// <summary>The form of a value as the name of a member, as JSON members of a schema; or <see langword="null"/> when no schema can express it.</summary>
    public string? NameConstraints { get; init; }

    /// <summary>Whether the constraints hold for what is read alone: what is written may have another form.</summary>
    public bool ConstrainsInputOnly { get; init; }

    /// <summary>The form of a number as text: a regular expression.</summary>
    public string? NumberText { get; init; }

    /// <summary>Whether a value may be the key of a dictionary.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether a single parameter of this type is the whole input of its component.</summary>
    public bool IsWholeInput { get; init; }
}

/// <summary>The values of a sized integer, as digits.</summary>
internal sealed record IntegerRange(string Minimum, string Maximum);
