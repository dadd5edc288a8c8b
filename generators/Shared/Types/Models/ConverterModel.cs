namespace Agnt5.Shared;

/// <summary>A type with a converter. Only the converter knows the form of its JSON.</summary>
internal sealed record ConverterModel : TypeModel
{
    /// <summary>The converter as an expression.</summary>
    public required string Converter { get; init; }

    /// <summary>The method that makes the metadata, where a converter alone is not enough.</summary>
    public string? Factory { get; init; }
}
