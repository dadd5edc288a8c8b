namespace Agnt5.Shared;

/// <summary>The types that System.Text.Json has a converter for, with what a schema says of them.</summary>
internal static class ScalarTypes
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ScalarModel> All =
    [
        Scalar("bool", "Boolean", "boolean"),
        Scalar("string", "String", "string"),
        Scalar("char", "Char", "string", """
            "minLength":1,"maxLength":1
            """),
        Integer("sbyte", "SByte", sbyte.MinValue, sbyte.MaxValue),
        Integer("byte", "Byte", byte.MinValue, byte.MaxValue),
        Integer("short", "Int16", short.MinValue, short.MaxValue),
        Integer("ushort", "UInt16", ushort.MinValue, ushort.MaxValue),
        Integer("int", "Int32", int.MinValue, int.MaxValue),
        Integer("uint", "UInt32", uint.MinValue, uint.MaxValue),
        Integer("long", "Int64", long.MinValue, long.MaxValue),
        Integer("ulong", "UInt64", ulong.MinValue, ulong.MaxValue),
        Scalar("global::System.Int128", "Int128", "integer", """
            "minimum":-170141183460469231731687303715884105728,"maximum":170141183460469231731687303715884105727
            """),
        Scalar("global::System.UInt128", "UInt128", "integer", """
            "minimum":0,"maximum":340282366920938463463374607431768211455
            """),
        Scalar("float", "Single", "number"),
        Scalar("double", "Double", "number"),
        Scalar("global::System.Half", "Half", "number"),
        Scalar("decimal", "Decimal", "number"),
        Scalar("global::System.Guid", "Guid", "string", Format("uuid")),
        Scalar("global::System.DateTime", "DateTime", "string", Format("date-time")),
        Scalar("global::System.DateTimeOffset", "DateTimeOffset", "string", Format("date-time")),
        Scalar("global::System.DateOnly", "DateOnly", "string", Format("date")),
        Scalar("global::System.TimeOnly", "TimeOnly", "string", Format("time")),
        Scalar("global::System.TimeSpan", "TimeSpan", "string", """
            "pattern":"^-?([0-9]{1,7}\\.)?([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,7})?$"
            """),
        Scalar("global::System.Uri", "Uri", "string", Format("uri-reference")),
        Scalar("global::System.Version", "Version", "string", """
            "pattern":"^[0-9]{1,9}(\\.[0-9]{1,9}){1,3}$"
            """),
        Scalar("byte[]", "ByteArray", "string", """
            "contentEncoding":"base64"
            """),
        Untyped("object", "Object"),
        Untyped("global::System.Text.Json.JsonElement", "JsonElement"),
        Untyped("global::System.Text.Json.JsonDocument", "JsonDocument"),
        Untyped("global::System.Text.Json.Nodes.JsonNode", "JsonNode"),
        Untyped("global::System.Text.Json.Nodes.JsonObject", "JsonObject", "object"),
        Scalar("global::System.Text.Json.Nodes.JsonArray", "JsonArray", "array"),
    ];

    private static readonly Dictionary<string, ScalarModel> ByName = All.ToDictionary(static scalar => scalar.CSharpName, StringComparer.Ordinal);

    /// <summary>Finds a scalar by its name in generated code.</summary>
    public static ScalarModel? Find(string csharpName) => ByName.TryGetValue(csharpName, out var scalar) ? scalar : null;

    private static ScalarModel Scalar(string csharpName, string converter, string jsonType, string? constraints = null) => new()
    {
        Key = csharpName,
        CSharpName = csharpName,
        Converter = converter + "Converter",
        JsonType = jsonType,
        Constraints = constraints,
    };

    private static ScalarModel Untyped(string csharpName, string converter, string? jsonType = null) => new()
    {
        Key = csharpName,
        CSharpName = csharpName,
        Converter = converter + "Converter",
        JsonType = jsonType,
        IsWholeInput = true,
    };

    private static ScalarModel Integer(string csharpName, string converter, decimal minimum, decimal maximum) =>
        Scalar(csharpName, converter, "integer", FormattableString.Invariant($"\"minimum\":{minimum},\"maximum\":{maximum}"));

    private static string Format(string format) => $"\"format\":\"{format}\"";
}
