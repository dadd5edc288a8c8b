namespace Agnt5.Shared;

/// <summary>The rules for reading types where no attribute of a type decides: those of the project, or of a <c>JsonSerializerContext</c> that covers the type.</summary>
internal sealed record JsonRules
{
    /// <summary>The context's class as generated code writes it, or <see langword="null"/> for the project's own rules.</summary>
    public string? Context { get; init; }

    public required NamingPolicy Naming { get; init; }

    /// <summary>Whether enums are the names of their members.</summary>
    public bool NamesEnums { get; init; } = true;

    /// <summary>Whether a constructor parameter that is not nullable and has no default must be in the document.</summary>
    public bool RequiresParameters { get; init; } = true;

    public bool IncludesFields { get; init; }

    public bool IgnoresReadOnlyProperties { get; init; }

    public bool IgnoresReadOnlyFields { get; init; }

    public bool RefusesUnknownMembers { get; init; }

    public IgnoreCondition Ignore { get; init; }

    /// <summary>The value of <c>JsonNumberHandling</c>.</summary>
    public int? NumberHandling { get; init; }
}
