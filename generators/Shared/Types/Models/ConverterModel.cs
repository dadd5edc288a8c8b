namespace Agnt5.Shared;

/// <summary>A type with a converter of its own. What its JSON looks like only the converter knows.</summary>
internal sealed record ConverterModel : TypeModel
{
    /// <summary>The converter as an expression.</summary>
    public required string Converter { get; init; }
}
