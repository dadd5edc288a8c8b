using Agnt5.Types.Tests.Schemas;

namespace Agnt5.Types.Tests;

/// <summary>Where we differ from System.Text.Json by reflection, and why. What does not occur any more has to go.</summary>
internal static class Differences
{
    private const string Argument = "Reflection does not see whether a type argument may be null; the compiler does, so the schema says it and binding holds it.";
    private const string Struct = "System.Text.Json constructs a struct without its constructor, so it demands nothing and loses what only the constructor sets.";

    /// <summary>Words of schemas.</summary>
    public static IReadOnlyList<KnownDifference> Schemas { get; } =
    [
        new("Box<String>.must", "type", Argument),
        new("Wrapped<String>.value", "type", Argument),
        new("Wrapped<String>", "required", Argument),
        new("Wrapped<Linked>.value", "type", Argument),
        new("Wrapped<Linked>", "required", Argument),
        new("Money", "properties", Struct),
        new("Money", "required", Struct),
        new("Pair", "required", Struct),
        new("PairWithBody", "required", Struct),
        new("Coordinate", "required", Struct),
        new("Coordinate.label", "default", Struct),
        new("GetterOnlyOverride", "properties", "The setter is inherited; without it the member would be lost."),
        new("StructDefaults", "exporter", "The exporter fails at the default of a parameter that is a struct."),
    ];

    /// <summary>Components whose values are read or written otherwise.</summary>
    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>
    {
        ["money"] = Struct,
        ["structs"] = Struct,
    };

    public static KnownDifference? Find(SchemaDifference difference) =>
        Schemas.FirstOrDefault(known => known.Place == difference.Place && known.Word == difference.Word);
}

/// <summary>A word of a schema in which we differ from the exporter.</summary>
/// <param name="Place">The C# type, or a member of it by its JSON name.</param>
internal sealed record KnownDifference(string Place, string Word, string Reason);
