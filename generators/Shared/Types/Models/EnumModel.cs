namespace Agnt5.Shared;

/// <summary>An enum: in JSON the name of its member, or its number where that was declared.</summary>
internal sealed record EnumModel : TypeModel
{
    /// <summary>The members' JSON names in declaration order, or <see langword="null"/> when values are numbers.</summary>
    public required EquatableArray<string>? Names { get; init; }

    /// <summary>The members' numbers in declaration order, where values are numbers and no others are allowed.</summary>
    public EquatableArray<string>? Numbers { get; init; }

    /// <summary>The names of values as keys of dictionaries, or <see langword="null"/> where a key may also be a number.</summary>
    public EquatableArray<string>? Keys { get; init; }

    /// <summary>The values of the type behind the enum.</summary>
    public required IntegerRange Range { get; init; }

    /// <summary>Whether a value may name several members, separated by commas.</summary>
    public required bool IsFlags { get; init; }

    /// <summary>Whether zero has a name. Flags without one are an empty text when none is set.</summary>
    public required bool NamesZero { get; init; }

    /// <summary>The converter that was declared, as an expression.</summary>
    public string? Converter { get; init; }

    public required Documentation Documentation { get; init; }
}
