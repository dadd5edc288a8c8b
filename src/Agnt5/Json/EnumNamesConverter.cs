using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Json;

/// <summary>
/// Reads and writes an enum as the names that its schema lists, and nothing else. The converter of System.Text.Json also reads numbers, other case, white space around a name, and several names for an
/// enum that is no set of flags, which makes values that nobody declared.
/// </summary>
internal sealed class EnumNamesConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : JsonConverter<T>, IEnumForm
    where T : struct, Enum
{
    private const int ShortText = 128;

    private static EnumNames<T> Names => EnumNames<T>.Instance;

    public string Expectation => Names.Expectation;

    public string KeyExpectation => Expectation;

    public bool IsKey(string name) => Names.TryFind(name, out _);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryRead(ref reader, out var value) ? value : throw new JsonException();

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TryRead(ref reader, out var value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(TextOf(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(TextOf(value));

    private static bool TryRead(ref Utf8JsonReader reader, out T value)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > ShortText)
            return Names.TryFind(reader.GetString(), out value);
        Span<char> text = stackalloc char[ShortText];
        return Names.TryFind(text[..reader.CopyString(text)], out value);
    }

    private static string TextOf(T value) => Names.Find(value)
        ?? throw new JsonException($"{value:D} is no value that {typeof(T).Name} declares, and JSON has the names of values: return a declared one, or declare it.");
}
