using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Json;

/// <summary>Whole numbers of any size as JSON numbers, and as the names of members.</summary>
internal sealed class BigIntegerConverter : JsonConverter<BigInteger>
{
    /// <summary>The most digits of a number. The cost of reading and writing digits grows faster than their number, so beyond this limit a few bytes would cost much time.</summary>
    public const int MaxDigits = 4_096;

    // 10 to the power of MaxDigits has 13,607 bits.
    private const int MaxBytes = MaxDigits * 1_661 / 4_000 + 2;

    public override BigInteger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? Parse(ref reader) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Format(value), skipInputValidation: true);

    public override BigInteger ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) =>
        writer.WritePropertyName(Format(value));

    private static string Format(BigInteger value)
    {
        // Counting the bytes is cheap.
        if (value.GetByteCount() <= MaxBytes && value.ToString(CultureInfo.InvariantCulture) is var digits && digits.Length <= MaxDigits + (value.Sign < 0 ? 1 : 0))
            return digits;
        throw new JsonException($"The number has more than {MaxDigits} digits, and JSON that is read back may have no more.");
    }

    private static BigInteger Parse(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> digits = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        var length = digits is [(byte)'-', ..] ? digits.Length - 1 : digits.Length;
        return length <= MaxDigits && BigInteger.TryParse(Encoding.UTF8.GetString(digits), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException();
    }
}
