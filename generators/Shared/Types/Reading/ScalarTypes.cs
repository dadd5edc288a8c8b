using System.Globalization;

namespace Agnt5.Shared;

/// <summary>The types that one converter reads and writes, with their schemas.</summary>
internal static class ScalarTypes
{
    private const string Services = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.";
    private const string Own = "global::Agnt5.Generated.GeneratedJson.";

    // One UTF-16 code unit: a character outside of this range does not fit, although a schema counts it as one.
    private const string Character = """
        "minLength":1,"maxLength":1,"pattern":"^[\\u0000-\\uD7FF\\uE000-\\uFFFF]$"
        """;

    private const string NumberText = @"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?";
    private const string BigIntegerText = "(0|-?[1-9][0-9]*)";

    private static readonly string Duration = Pattern(
        $@"-?({IntegerPattern.UpTo("10675198")}\.)?([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{{1,7}})?"
            + $@"|-?10675199\.(0[01]:[0-5][0-9]:[0-5][0-9](\.[0-9]{{1,7}})?|02:48:05\.477580[0-7])|-10675199\.02:48:05\.4775808");

    // The form that is written. A format would refuse it: a time of day has no offset.
    private static readonly string TimeOfDay = Pattern(@"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,7})?");

    private static readonly string Version = Pattern($@"{IntegerPattern.UpTo("2147483647")}(\.{IntegerPattern.UpTo("2147483647")}){{1,3}}");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ScalarModel> All =
    [
        Scalar("bool", "Boolean", "boolean") with { IsKey = true, NameConstraints = """
            "enum":["true","false","True","False"]
            """ },
        Scalar("string", "String", "string") with { IsKey = true },
        Text("char", "Char", Character),
        Integer("sbyte", "SByte", sbyte.MinValue, sbyte.MaxValue),
        Integer("byte", "Byte", byte.MinValue, byte.MaxValue),
        Integer("short", "Int16", short.MinValue, short.MaxValue),
        Integer("ushort", "UInt16", ushort.MinValue, ushort.MaxValue),
        Integer("int", "Int32", int.MinValue, int.MaxValue),
        Integer("uint", "UInt32", uint.MinValue, uint.MaxValue),
        Integer("long", "Int64", long.MinValue, long.MaxValue),
        Integer("ulong", "UInt64", ulong.MinValue, ulong.MaxValue),
        Integer("global::System.Int128", "Int128", "-170141183460469231731687303715884105728", "170141183460469231731687303715884105727"),
        Integer("global::System.UInt128", "UInt128", "0", "340282366920938463463374607431768211455"),
        Scalar("global::System.Numerics.BigInteger", "BigInteger", "integer") with { Converter = Own + "BigIntegerConverter", IsKey = true, NameConstraints = Pattern(BigIntegerText) },
        Number("float", "Single"),
        Number("double", "Double"),
        Number("global::System.Half", "Half"),
        Number("decimal", "Decimal"),
        Text("global::System.Guid", "Guid", Format("uuid")),
        // A value without a kind is written without an offset, which the format demands.
        Text("global::System.DateTime", "DateTime", Format("date-time")) with { Converter = Own + "DateTimeConverter", ConstrainsInputOnly = true },
        Text("global::System.DateTimeOffset", "DateTimeOffset", Format("date-time")) with { Converter = Own + "DateTimeOffsetConverter" },
        Text("global::System.DateOnly", "DateOnly", Format("date")),
        Text("global::System.TimeOnly", "TimeOnly", TimeOfDay) with { Converter = Own + "TimeOnlyConverter" },
        Text("global::System.TimeSpan", "TimeSpan", Duration),
        // A value may hold any characters and is written as it was given.
        Text("global::System.Uri", "Uri", Format("uri-reference")) with { ConstrainsInputOnly = true },
        Text("global::System.Version", "Version", Version),
        Scalar("byte[]", "ByteArray", "string") with { Constraints = Base64 },
        Scalar("global::System.Memory<byte>", "MemoryByte", "string") with { Constraints = Base64 },
        Scalar("global::System.ReadOnlyMemory<byte>", "ReadOnlyMemoryByte", "string") with { Constraints = Base64 },
        Untyped("object", "Object"),
        Untyped("global::System.Text.Json.JsonElement", "JsonElement") with { Converter = Own + "JsonElementConverter" },
        Untyped("global::System.Text.Json.JsonDocument", "JsonDocument"),
        Untyped("global::System.Text.Json.Nodes.JsonNode", "JsonNode"),
        Untyped("global::System.Text.Json.Nodes.JsonValue", "JsonValue"),
        Untyped("global::System.Text.Json.Nodes.JsonObject", "JsonObject") with { JsonType = "object" },
        Scalar("global::System.Text.Json.Nodes.JsonArray", "JsonArray", "array"),
    ];

    private const string Base64 = """
        "contentEncoding":"base64"
        """;

    private static readonly Dictionary<string, ScalarModel> ByName = All.ToDictionary(static scalar => scalar.CSharpName, StringComparer.Ordinal);

    /// <summary>Finds a scalar by its name in generated code.</summary>
    public static ScalarModel? Find(string csharpName) => ByName.TryGetValue(csharpName, out var scalar) ? scalar : null;

    private static ScalarModel Scalar(string csharpName, string converter, string? jsonType) => new()
    {
        Key = csharpName,
        CSharpName = csharpName,
        Converter = $"{Services}{converter}Converter",
        JsonType = jsonType,
    };

    private static ScalarModel Text(string csharpName, string converter, string constraints) =>
        Scalar(csharpName, converter, "string") with { IsKey = true, Constraints = constraints, NameConstraints = constraints };

    private static ScalarModel Number(string csharpName, string converter) =>
        Scalar(csharpName, converter, "number") with { IsKey = true, NumberText = NumberText, NameConstraints = Pattern(NumberText) };

    private static ScalarModel Untyped(string csharpName, string converter) => Scalar(csharpName, converter, jsonType: null) with { IsWholeInput = true };

    private static ScalarModel Integer(string csharpName, string converter, decimal minimum, decimal maximum) =>
        Integer(csharpName, converter, minimum.ToString(CultureInfo.InvariantCulture), maximum.ToString(CultureInfo.InvariantCulture));

    private static ScalarModel Integer(string csharpName, string converter, string minimum, string maximum)
    {
        var text = IntegerPattern.Between(minimum, maximum);
        return Scalar(csharpName, converter, "integer") with { Range = new(minimum, maximum), IsKey = true, NumberText = text, NameConstraints = Pattern(text) };
    }

    private static string Format(string format) => $"\"format\":\"{format}\"";

    private static string Pattern(string pattern) => $"\"pattern\":{JsonText.Quote($"^({pattern})$")}";
}
