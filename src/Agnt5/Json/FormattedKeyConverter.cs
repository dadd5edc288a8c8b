using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Json;

/// <summary>
/// Writes the keys of dictionaries where the built-in converter has a bug: System.Text.Json 9 writes stack contents behind the digits of <see cref="Int128"/> and
/// <see cref="UInt128"/>.
/// </summary>
internal sealed class FormattedKeyConverter<TKey>(JsonConverter<TKey> values) : JsonConverter<TKey>
    where TKey : notnull
{
    public override TKey? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => values.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) => values.Write(writer, value, options);

    public override TKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        values.ReadAsPropertyName(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) =>
        writer.WritePropertyName(string.Create(CultureInfo.InvariantCulture, $"{value}"));
}
