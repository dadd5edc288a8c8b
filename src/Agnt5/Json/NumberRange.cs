using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>
/// Finds numbers out of the range of <see cref="double"/> and <see cref="float"/>. The serializer reads them as infinity, which JSON cannot hold. An input like <c>1e400</c> would fail when it
/// goes out again, and not when it comes in.
/// </summary>
internal static class NumberRange
{
    // A float can hold any number of up to 38 digits before the point.
    private const int SafeDigits = 38;

    private static readonly ConditionalWeakTable<JsonTypeInfo, StrongBox<bool>> Known = [];

    /// <summary>Whether a bound document has a number that its type cannot hold.</summary>
    public static bool IsExceeded(ReadOnlySpan<byte> json, JsonTypeInfo type) =>
        HoldsFloatingPoint(type) && MayHoldLargeNumber(json) && HoldsLargeNumber(json) && BindingProblems.ExceedsRange(json, type);

    /// <summary>Whether values of a type are or hold floating-point numbers.</summary>
    public static bool HoldsFloatingPoint(JsonTypeInfo type) => Known.GetValue(type, static root => new(Visit(root, []))).Value;

    /// <summary>Whether a value that was read from digits is infinite.</summary>
    public static bool IsInfinite(object? value) => value is double and (double.PositiveInfinity or double.NegativeInfinity) or float and (float.PositiveInfinity or float.NegativeInfinity);

    /// <summary>Whether a token reads as a number that a <see cref="float"/> cannot hold.</summary>
    public static bool IsLarge(ReadOnlySpan<byte> token) =>
        (token.Length > SafeDigits || token.IndexOfAny((byte)'e', (byte)'E') > 0)
        && Utf8Parser.TryParse(token, out double number, out var length) && length == token.Length && !double.IsNaN(number) && Math.Abs(number) > float.MaxValue;

    // Almost every document ends here: it has no exponent behind a digit, and no run of digits that is long enough to cover one byte in 39.
    private static bool MayHoldLargeNumber(ReadOnlySpan<byte> json)
    {
        for (var i = SafeDigits; i < json.Length; i += SafeDigits + 1)
        {
            if (char.IsAsciiDigit((char)json[i]) && DigitsAround(json, i) > SafeDigits)
                return true;
        }

        var rest = json;
        while (rest.IndexOfAny((byte)'e', (byte)'E') is var at and >= 0 && at + 1 < rest.Length)
        {
            if (at > 0 && (char.IsAsciiDigit((char)rest[at - 1]) || rest[at - 1] == '.') && (char.IsAsciiDigit((char)rest[at + 1]) || rest[at + 1] == '+'))
                return true;
            rest = rest[(at + 1)..];
        }

        return false;
    }

    private static int DigitsAround(ReadOnlySpan<byte> json, int position)
    {
        var before = json[..position].LastIndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var after = json[position..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return (after < 0 ? json.Length : position + after) - before - 1;
    }

    private static bool HoldsLargeNumber(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, JsonNesting.Reading);
        while (reader.Read())
        {
            // Texts and names count too, where a member or key is declared to read numbers from them.
            if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String or JsonTokenType.PropertyName && IsLarge(reader.ValueSpan))
                return true;
        }

        return false;
    }

    private static bool Visit(JsonTypeInfo declared, HashSet<Type> seen)
    {
        var type = JsonNesting.Described(declared);
        if (!seen.Add(type.Type))
            return false;
        if (type.Type == typeof(double) || type.Type == typeof(float) || type.KeyType == typeof(double) || type.KeyType == typeof(float))
            return true;

        return JsonNesting.Parts(type).Any(part => Visit(type.Options.GetTypeInfo(part), seen));
    }
}
