using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Client.Wire;

/// <summary>Writes the bodies of calls.</summary>
internal static class Bodies
{
    private static readonly ReadOnlyMemory<byte> Empty = "{}"u8.ToArray();

    public static ReadOnlyMemory<byte> Of<T>(T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return JsonSerializer.SerializeToUtf8Bytes(value, type);
    }

    /// <summary>The JSON as it is, or an empty object where there is none.</summary>
    public static ReadOnlyMemory<byte> Of(JsonElement json) => json.ValueKind == JsonValueKind.Undefined ? Empty : Written(json.WriteTo);

    /// <summary>An object of the members that are written.</summary>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> members) => Written(writer =>
    {
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
    });

    /// <summary>An object with one typed member.</summary>
    public static ReadOnlyMemory<byte> Member<T>(string name, T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Object(writer => writer.Json(name, value, type));
    }

    /// <summary>An array of texts, as text.</summary>
    public static string ArrayText(IEnumerable<string> items) => Encoding.UTF8.GetString(Written(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    }).Span);

    public static void Json<T>(this Utf8JsonWriter writer, string name, T value, JsonTypeInfo<T> type)
    {
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, value, type);
    }

    public static void Text(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void Json(this Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            return;
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }

    private static ReadOnlyMemory<byte> Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return buffer.WrittenMemory;
    }
}
