using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>What a type looks like in JSON and what a value is, in the words of an input error. No payload text beyond 64 characters.</summary>
internal static class JsonExpectation
{
    private const int QuotedLength = 64;

    public static string Of(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "object",
        JsonTypeInfoKind.Enumerable => "array",
        _ => Of(Nullable.GetUnderlyingType(type.Type) ?? type.Type),
    };

    public static string Describe(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            return KindOf(value);

        var text = value.GetRawText();
        return text.Length <= QuotedLength ? text : $"{text.AsSpan(0, QuotedLength)}…";
    }

    public static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    private static string Of(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
        TypeCode.String => "string",
        TypeCode.Char => "string of one character",
        TypeCode.Boolean => "boolean",
        TypeCode.SByte => Integer(sbyte.MinValue, sbyte.MaxValue),
        TypeCode.Byte => Integer(byte.MinValue, byte.MaxValue),
        TypeCode.Int16 => Integer(short.MinValue, short.MaxValue),
        TypeCode.UInt16 => Integer(ushort.MinValue, ushort.MaxValue),
        TypeCode.Int32 => Integer(int.MinValue, int.MaxValue),
        TypeCode.UInt32 => Integer(uint.MinValue, uint.MaxValue),
        TypeCode.Int64 => Integer(long.MinValue, long.MaxValue),
        TypeCode.UInt64 => Integer(ulong.MinValue, ulong.MaxValue),
        TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "number",
        TypeCode.DateTime => "string of format date-time",
        _ when type == typeof(DateTimeOffset) => "string of format date-time",
        _ when type == typeof(DateOnly) => "string of format date",
        _ when type == typeof(TimeOnly) => "string of format time",
        _ when type == typeof(TimeSpan) => "string like 1.02:03:04",
        _ when type == typeof(Guid) => "string of format uuid",
        _ when type == typeof(byte[]) => "string of base64",
        _ => "another value",
    };

    private static string Integer(Int128 minimum, Int128 maximum) =>
        string.Create(CultureInfo.InvariantCulture, $"integer from {minimum} to {maximum}");
}
