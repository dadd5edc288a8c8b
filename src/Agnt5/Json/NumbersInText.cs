using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>Reads numbers in texts, where <c>[JsonNumberHandling]</c> allows them. The handling is the member's, which the metadata of its type does not know.</summary>
internal static class NumbersInText
{
    /// <summary>Whether a text stands where a number belongs.</summary>
    public static bool IsOne(JsonElement value, Type type) => value.ValueKind == JsonValueKind.String && IsNumber(type);

    /// <summary>Whether the text is a number of the type.</summary>
    /// <param name="text">The text.</param>
    /// <param name="type">The type.</param>
    /// <param name="handling">The handling that the place allows.</param>
    /// <param name="isInfinite">Whether it is a number that the type cannot hold.</param>
    public static bool Fits(string text, JsonTypeInfo type, JsonNumberHandling handling, out bool isInfinite)
    {
        isInfinite = false;
        if (text is "NaN" or "Infinity" or "-Infinity")
            return handling.HasFlag(JsonNumberHandling.AllowNamedFloatingPointLiterals) && IsFloatingPoint(type.Type);
        if (!handling.HasFlag(JsonNumberHandling.AllowReadingFromString))
            return false;

        try
        {
            isInfinite = NumberRange.IsInfinite(JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(text), type));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <exception cref="JsonException">The text is not a JSON number.</exception>
    public static T? Read<T>(JsonElement value, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(value.GetString()!), type);

    public static bool IsNumber(Type type) =>
        !type.IsEnum
        && (Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal
            || type == typeof(Int128) || type == typeof(UInt128) || type == typeof(Half) || type == typeof(System.Numerics.BigInteger));

    private static bool IsFloatingPoint(Type type) => type == typeof(float) || type == typeof(double) || type == typeof(Half);
}
