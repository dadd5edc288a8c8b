namespace Agnt5.Shared;

/// <summary>A type that System.Text.Json has a converter for: a number, a text, or JSON of any shape.</summary>
internal sealed record ScalarModel : TypeModel
{
    /// <summary>The property of <c>JsonMetadataServices</c> that holds the converter.</summary>
    public required string Converter { get; init; }

    /// <summary>The schema's <c>type</c>, or <see langword="null"/> when any JSON fits.</summary>
    public required string? JsonType { get; init; }

    /// <summary>The rest of the schema as JSON members: <c>"format":"uuid"</c>.</summary>
    public string? Constraints { get; init; }

    /// <summary>Whether a single parameter of this type is the whole input of its component.</summary>
    public bool IsWholeInput { get; init; }
}
