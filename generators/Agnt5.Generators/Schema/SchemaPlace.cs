namespace Agnt5.Generators.Schema;

/// <summary>What a place adds to the schema of the type that stands there.</summary>
internal readonly record struct SchemaPlace
{
    /// <summary>Whether <see langword="null"/> may stand there, too.</summary>
    public bool IsNullable { get; init; }

    /// <summary>What the source says about the place.</summary>
    public string? Description { get; init; }

    /// <summary>How numbers are read and written there: the value of a <c>JsonNumberHandling</c>.</summary>
    public int? NumberHandling { get; init; }
}
