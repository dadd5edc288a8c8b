namespace Agnt5.Generators.Schema;

/// <summary>The additions of a place to the schema of its type.</summary>
internal readonly record struct SchemaPlace
{
    /// <summary>Whether <see langword="null"/> is allowed there too.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The documentation of the place.</summary>
    public string? Description { get; init; }

    /// <summary>How numbers are read and written there: the value of a <c>JsonNumberHandling</c>.</summary>
    public int? NumberHandling { get; init; }
}
