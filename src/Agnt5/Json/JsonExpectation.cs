using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>Describes types and values in the words of an input error. It shows at most 64 characters of a payload's text.</summary>
internal static class JsonExpectation
{
    private const int QuotedLength = 64;
    private const int MostQuotedBytes = 4 * (QuotedLength + 1);
    private const int ListedNames = 20;
    private const string DateAndTime = "string of format date-time, like 2030-01-31T12:30:00Z";

    public static string Of(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "object",
        JsonTypeInfoKind.Enumerable => "array",
        _ when type.Converter is IBuiltDictionary => "object",
        _ when Nullable.GetUnderlyingType(type.Type) is { } underlying => Of(type.Options.GetTypeInfo(underlying)),
        _ when IsOpaque(type) => OfConverter(type.Type),
        _ when type.Converter is IEnumForm form => form.Expectation,
        _ when type.Type.IsEnum => EnumNames(type),
        _ => Of(type.Type),
    };

    /// <summary>The noun for a type, for errors that give the bounds separately.</summary>
    public static string NounOf(JsonTypeInfo type) => Type.GetTypeCode(type.Type) switch
    {
        >= TypeCode.SByte and <= TypeCode.UInt64 => "integer",
        >= TypeCode.Single and <= TypeCode.Decimal => "number",
        TypeCode.DateTime => "date-time",
        _ when type.Type == typeof(DateTimeOffset) => "date-time",
        _ when type.Type == typeof(DateOnly) => "date",
        _ when type.Type == typeof(TimeOnly) => "time",
        _ when type.Type == typeof(TimeSpan) => "time span",
        _ when type.Type == typeof(Half) => "number",
        _ => "integer",
    };

    /// <summary>The description of a value that only a converter of the project knows.</summary>
    public static string OfConverter(Type type) => $"a value that {NameOf(type)} accepts";

    /// <summary>Whether a converter from outside .NET and this SDK reads the type.</summary>
    public static bool IsOpaque(JsonTypeInfo type) =>
        type.Kind == JsonTypeInfoKind.None
        && type.Converter.GetType().Assembly is var assembly
        && assembly != typeof(JsonSerializer).Assembly
        && assembly != typeof(JsonExpectation).Assembly;

    /// <summary>Lists names, up to a readable number.</summary>
    public static string List(IEnumerable<string> names)
    {
        string[] listed = [.. names.Take(ListedNames + 1)];
        return listed.Length <= ListedNames ? string.Join(", ", listed) : $"{string.Join(", ", listed.Take(ListedNames))}, …";
    }

    public static string Describe(JsonPart value)
    {
        if (value.IsContainer)
            return KindOf(value.ValueKind);

        // No more of a long text is decoded than is shown. A character has at most four bytes.
        var shown = value.Raw.Length <= MostQuotedBytes ? value.Raw : value.Raw[..MostQuotedBytes];
        return CallerText.Shorten(Encoding.UTF8.GetString(shown), QuotedLength);
    }

    public static string KindOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    /// <param name="token">The first token of a value.</param>
    public static string KindOf(JsonTokenType token) => KindOf(JsonPart.KindOf(token));

    /// <summary>What kind of value came where <paramref name="expected"/> was expected.</summary>
    public static string KindOf(JsonValueKind kind, string expected) => (expected, kind) switch
    {
        ("number", JsonValueKind.Number) => "one beyond its range",
        ("string", JsonValueKind.String) => "one that is not valid Unicode",
        _ => KindOf(kind),
    };

    private static string Of(Type type) => Type.GetTypeCode(type) switch
    {
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
        TypeCode.DateTime => DateAndTime,
        _ when type == typeof(DateTimeOffset) => DateAndTime,
        _ when type == typeof(DateOnly) => "string of format date, like 2030-01-31",
        _ when type == typeof(TimeOnly) => "string like 12:30:00",
        _ when type == typeof(TimeSpan) => "string like 1.02:03:04",
        _ when type == typeof(Guid) => "string of format uuid, like 0f8fad5b-d9cb-469f-a165-70867728950e",
        _ when type == typeof(Uri) => "string of format uri-reference, like https://example.com/",
        _ when type == typeof(Version) => "string like 1.2.3",
        _ when type == typeof(byte[]) || type == typeof(Memory<byte>) || type == typeof(ReadOnlyMemory<byte>) => "string of base64, like AQID",
        _ when type == typeof(Half) => "number",
        _ when type == typeof(BigInteger) => $"integer of at most {BigIntegerConverter.MaxDigits} digits",
        _ when type == typeof(Int128) => Integer(Int128.MinValue, Int128.MaxValue),
        _ when type == typeof(UInt128) => Integer(UInt128.MinValue, UInt128.MaxValue),
        _ => OfConverter(type),
    };

    private static string Integer(IFormattable minimum, IFormattable maximum) =>
        string.Create(CultureInfo.InvariantCulture, $"integer from {minimum} to {maximum}");

    // A context of the project has metadata that writes the values, and knows their names in JSON.
    private static string EnumNames(JsonTypeInfo type)
    {
        var names = List(Enum.GetValuesAsUnderlyingType(type.Type).Cast<object>()
            .Select(value => JsonSerializer.Serialize(Enum.ToObject(type.Type, value), type).Trim('"'))
            .Distinct(StringComparer.Ordinal));
        return type.Type.IsDefined(typeof(FlagsAttribute), inherit: false) ? $"names of {names}, separated by commas" : $"one of {names}";
    }

    private static string NameOf(Type type) => type.Name.IndexOf('`', StringComparison.Ordinal) is >= 0 and var end ? type.Name[..end] : type.Name;
}
