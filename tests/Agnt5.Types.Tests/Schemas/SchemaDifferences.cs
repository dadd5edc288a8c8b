namespace Agnt5.Types.Tests.Schemas;

/// <summary>The differences between our schemas and those of JsonSchemaExporter, and their reasons. Entries that do not occur any more must be removed.</summary>
internal static class SchemaDifferences
{
    private const string Argument = "Reflection does not see whether a type argument may be null; the compiler does, so the schema says it and binding holds it.";
    private const string Struct = "System.Text.Json constructs a struct without its constructor, so it demands nothing and loses what only the constructor sets.";
    private const string GetOnly = "System.Text.Json leaves a collection without a setter as it was.";
    private const string Tuple = "System.Text.Json leaves fields out, and so everything that is in a tuple.";
    private const string Converter = "A converter on an enum type wins over string enums; among the options of reflection those come first.";
    private const string OneDirection = "The exporter describes reading and writing at once.";
    private const string OwnConverter = "The exporter says nothing of a type with a converter, which here stands for what reflection cannot do.";
    private const string NeverNull = "A member that is left out when it is null is never written as null.";

    public static IReadOnlyList<KnownDifference> Known { get; } =
    [
        new("Box<String>.must", "type", Argument),
        new("Wrapped<String>.value", "type", Argument),
        new("Wrapped<String>", "required", Argument),
        new("Wrapped<Linked>.value", "type", Argument),
        new("Wrapped<Linked>", "required", Argument),
        new("Success<String>.value", "type", Argument),
        new("Success<String>", "required", Argument),
        new("Money", "properties", Struct),
        new("Money", "required", Struct),
        new("Pair", "required", Struct),
        new("PairWithBody", "required", Struct),
        new("Coordinate", "required", Struct),
        new("Coordinate.label", "default", Struct),
        new("Filled", "properties", GetOnly),
        new("ValueTuple<*", "properties", Tuple),
        new("ValueTuple<*", "required", Tuple),
        new("Numbered", "type", Converter),
        new("Numbered", "enum", Converter),
        new("NamedEnums.numbered", "type", Converter),
        new("NamedEnums.numbered", "enum", Converter),
        new("NamedEnums.maybeNumbered", "type", Converter),
        new("NamedEnums.maybeNumbered", "enum", Converter),
        new("IgnoreConditions.*", "type", NeverNull),
        new("Shipment.first-parcel", "type", NeverNull),
        new("NumbersAsText.*", "type", OneDirection),
        new("NumbersAsText.*", "minimum", OneDirection),
        new("NumbersAsText.*", "maximum", OneDirection),
        new("NumbersAsText.*", "pattern", "The exporter counts exponents out of the text of a decimal, and leaves the text of a nullable number out."),
        new("NumberHandlings.*", "type", OneDirection),
        new("NumberHandlings.*", "minimum", OneDirection),
        new("NumberHandlings.*", "maximum", OneDirection),
        new("NumberHandlings.*", "pattern", OneDirection),
        new("NumberHandlings.named", "anyOf", "The exporter writes the named numbers as an enum, and leaves them out for a nullable number."),
        new("Parcel", "required", "The exporter demands constructor parameters also where the context's options do not."),
        new("Delivery.looseParcels", "items", OwnConverter),
        new("Delivery.lastParcel", "type", OwnConverter),
        new("Big.all", "items", OwnConverter),
        new("Notice", "anyOf", "A document without a discriminator is the base type."),
        new("Offer", "not", "A document with an unknown discriminator is refused, not taken for the base type."),
        new("GetterOnlyOverride", "properties", "The setter is inherited; without it the member would be lost."),
        new("StructDefaults", "exporter", "The exporter fails at the default of a parameter that is a struct."),
    ];

    public static KnownDifference? Find(SchemaDifference difference) => Known.FirstOrDefault(known => known.Covers(difference));
}

/// <summary>A word of a schema in which we differ from the exporter.</summary>
/// <param name="Place">The C# type, or a member of it by its JSON name; at the end <c>*</c> stands for any.</param>
internal sealed record KnownDifference(string Place, string Word, string Reason)
{
    public bool Covers(SchemaDifference difference) =>
        Word == difference.Word && (Place.EndsWith('*') ? difference.Place.StartsWith(Place[..^1], StringComparison.Ordinal) : difference.Place == Place);
}
