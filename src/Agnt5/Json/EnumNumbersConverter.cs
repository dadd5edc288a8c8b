using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Json;

/// <summary>Reads and writes an enum as the numbers of its values. An enum that is no set of flags has only those that it declares.</summary>
internal sealed class EnumNumbersConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : JsonConverter<T>, IEnumForm
    where T : struct, Enum
{
    private readonly JsonConverter<T> _numbers = (JsonConverter<T>)new JsonNumberEnumConverter<T>().CreateConverter(typeof(T), new())!;

    public bool IsNumber => true;

    public string Expectation => EnumNames<T>.Instance.IsFlags
        ? "integer of flags"
        : $"one of {JsonExpectation.List(Enum.GetValues<T>().Distinct().Select(static value => value.ToString("D")))}";

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && _numbers.Read(ref reader, typeToConvert, options) is var value && IsDeclared(value) ? value : throw new JsonException();

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.GetString()!;
        ulong bits;
        if (long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed))
            bits = unchecked((ulong)signed);
        else if (!ulong.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out bits))
            throw new JsonException();

        var value = EnumBits.ToValue<T>(bits);
        // A number that is out of range, or written in another way, is not what the value is written as.
        return value.ToString("D") == name && IsDeclared(value) ? value : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        Refuse(value);
        _numbers.Write(writer, value, options);
    }

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        Refuse(value);
        writer.WritePropertyName(value.ToString("D"));
    }

    private static bool IsDeclared(T value) => EnumNames<T>.Instance.IsFlags || Enum.IsDefined(value);

    private static void Refuse(T value)
    {
        if (!IsDeclared(value))
            throw new JsonException($"{value:D} is no value that {typeof(T).Name} declares: return a declared one, or declare it.");
    }
}
