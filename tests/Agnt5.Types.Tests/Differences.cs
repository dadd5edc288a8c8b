using Agnt5.Types.Tests.Schemas;

namespace Agnt5.Types.Tests;

/// <summary>Where we differ from System.Text.Json by reflection, and why. What does not occur any more has to go.</summary>
internal static class Differences
{
    private const string Argument = "Reflection does not see whether a type argument may be null; the compiler does, so the schema says it and binding holds it.";

    /// <summary>Words of schemas.</summary>
    public static IReadOnlyList<KnownDifference> Schemas { get; } =
    [
        new("box_of_text", "$.must", "type", Argument),
        new("wrapped_text", "$.value", "type", Argument),
        new("wrapped_linked", "$.value", "type", Argument),
    ];

    /// <summary>Values that are read or written otherwise.</summary>
    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>
    {
        ["money"] = "System.Text.Json constructs a struct without its constructor, so members that nothing else sets are lost.",
        ["structs"] = "It contains such a struct.",
    };

    public static KnownDifference? Find(string type, SchemaDifference difference) =>
        Schemas.FirstOrDefault(known => known.Type == type && known.Path == difference.Path && known.Word == difference.Word);
}

/// <summary>A word of a schema in which we differ from the exporter.</summary>
internal sealed record KnownDifference(string Type, string Path, string Word, string Reason);
