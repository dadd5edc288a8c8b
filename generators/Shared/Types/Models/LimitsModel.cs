namespace Agnt5.Shared;

/// <summary>The limits from the DataAnnotations of a member or parameter, and which of its items must not be <see langword="null"/>. They apply only to input.</summary>
internal sealed record LimitsModel
{
    /// <summary>Whether the member must be present and not <see langword="null"/>.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a text must have more than white space.</summary>
    public bool RefusesBlank { get; init; }

    public RangeModel? Range { get; init; }

    /// <summary>Whether numbers have a limit that a schema cannot express for numbers in texts.</summary>
    public bool HoldsNumbers => Range is { IsNumber: true } || Denied is not null;

    public LengthModel? Length { get; init; }

    public PatternModel? Pattern { get; init; }

    public ValuesModel? Allowed { get; init; }

    public ValuesModel? Denied { get; init; }

    public bool IsEmailAddress { get; init; }

    public bool IsUrl { get; init; }

    /// <summary>The levels of items that refuse <see langword="null"/>: bit 0 for the member's own items, bit 1 for the items of these.</summary>
    public int ItemsWithoutNull { get; init; }
}

/// <summary>The least and the greatest value.</summary>
/// <param name="Type">The type of the values as generated code writes it, never nullable.</param>
/// <param name="Minimum">The least value as invariant text; for a number this is also JSON.</param>
/// <param name="Maximum">The greatest value.</param>
/// <param name="IsNumber">Whether a schema can express it.</param>
internal sealed record RangeModel(string Type, string? Minimum, string? Maximum, bool MinimumIsExclusive, bool MaximumIsExclusive, bool IsNumber);

/// <summary>The allowed length of a value.</summary>
internal sealed record LengthModel(LengthUnit Unit, int Minimum, int? Maximum);

internal enum LengthUnit
{
    /// <summary>The code points of a text.</summary>
    CodePoints,

    /// <summary>The items of an array.</summary>
    Items,

    /// <summary>The members of an object under any names.</summary>
    Entries,

    /// <summary>The bytes of a text in base64, which a schema cannot count.</summary>
    Bytes,
}

/// <summary>A regular expression that the whole text must match.</summary>
/// <param name="Written">The expression as the attribute has it.</param>
/// <param name="Anchored">The expression in .NET that matches the whole text or nothing.</param>
/// <param name="Ecma">The expression in ECMAScript that accepts the same or less, or <see langword="null"/> when there is none.</param>
internal sealed record PatternModel(string Written, string Anchored, string? Ecma);

/// <summary>Values that a member may or must not have.</summary>
/// <param name="Type">The type of the values as generated code writes it, never nullable.</param>
/// <param name="Values">The values other than <see langword="null"/>, as expressions of that type.</param>
/// <param name="Json">All values as JSON, or <see langword="null"/> when a schema cannot say them.</param>
/// <param name="HasNull">Whether <see langword="null"/> is among them.</param>
internal sealed record ValuesModel(string Type, EquatableArray<string> Values, EquatableArray<string>? Json, bool HasNull);
