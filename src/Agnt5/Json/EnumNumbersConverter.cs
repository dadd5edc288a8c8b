using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Json;

/// <summary>
/// Reads and writes an enum as the numbers of its values. An enum that is no set of flags has only those that it declares, if it declares any. Keys of dictionaries are names, as
/// System.Text.Json writes them, and numbers only where a value has no name.
/// </summary>
internal sealed class EnumNumbersConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : JsonConverter<T>, IEnumForm
    where T : struct, Enum
{
    private readonly JsonConverter<T> _numbers = (JsonConverter<T>)new JsonNumberEnumConverter<T>().CreateConverter(typeof(T), new())!;

    public string Expectation => Names.IsFlags ? "integer of flags"
        : Names.IsEmpty ? "integer"
        : $"one of {JsonExpectation.List(Enum.GetValues<T>().Distinct().Select(static value => value.ToString("D")))}";

    public string KeyExpectation => Names.IsEmpty ? "integer" : Names.Expectation;

    private static EnumNames<T> Names => EnumNames<T>.Instance;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && _numbers.Read(ref reader, typeToConvert, options) is var value && IsDeclared(value) ? value : throw new JsonException();

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryFindKey(reader.GetString()!, out var value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        Refuse(value);
        _numbers.Write(writer, value, options);
    }

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        Refuse(value);
        writer.WritePropertyName(KeyOf(value));
    }

    public bool IsKey(string name) => TryFindKey(name, out _);

    private static bool TryFindKey(string name, out T value)
    {
        if (name.Length > 0 && Names.TryFind(name, out value))
            return true;

        ulong bits;
        if (long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed))
            bits = unchecked((ulong)signed);
        else if (!ulong.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out bits))
            bits = 0;

        value = EnumBits.ToValue<T>(bits);
        // A number that is out of range, or written in another way, is not what the value is written as.
        return IsDeclared(value) && KeyOf(value) == name;
    }

    private static string KeyOf(T value) => Names.Find(value) is { Length: > 0 } names ? names : value.ToString("D");

    private static bool IsDeclared(T value) => Names.IsFlags || Names.IsEmpty || Enum.IsDefined(value);

    private static void Refuse(T value)
    {
        if (!IsDeclared(value))
            throw new JsonException($"{value:D} is no value that {typeof(T).Name} declares: return a declared one, or declare it.");
    }
}
