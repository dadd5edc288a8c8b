using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// Writes values that are nothing but data. A client's own objects are not written, although reflection could: a response has the request's headers, and options have keys.
/// </summary>
internal static class PlainValue
{
    // A list may hold itself.
    private const int MostLevels = 48;

    private static readonly JsonTypeInfo<AIContent> ContentInfo = (JsonTypeInfo<AIContent>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(AIContent));

    /// <exception cref="NotSupportedException">The value is no data, or holds what is none.</exception>
    /// <exception cref="ArgumentException">A number is no number of JSON.</exception>
    public static byte[] ToJson(object value) => JsonBytes.Write(value, static (writer, value) => Write(writer, value, MostLevels));

    private static void Write(Utf8JsonWriter writer, object? value, int levels)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case string text:
                writer.WriteStringValue(WireText.Repair(text));
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            case JsonElement json:
                WireText.Repair(json).WriteTo(writer);
                break;
            case JsonNode node:
                WireText.Repair(Parse(node)).WriteTo(writer);
                break;
            case TextContent or TextReasoningContent or ErrorContent or DataContent or UriContent or HostedFileContent:
                JsonSerializer.Serialize(writer, ToolContent.Reduce((AIContent)value), ContentInfo);
                break;
            case IDictionary or IEnumerable<KeyValuePair<string, object?>> or IList when levels > 0:
                WriteItems(writer, (IEnumerable)value, levels - 1);
                break;
            default:
                WriteNumber(writer, value);
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable items, int levels)
    {
        if (items is not IList and IEnumerable<KeyValuePair<string, object?>> members)
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
                WriteMember(writer, name, value, levels);
            writer.WriteEndObject();
        }
        else if (items is IDictionary map)
        {
            writer.WriteStartObject();
            foreach (DictionaryEntry entry in map)
                WriteMember(writer, entry.Key as string ?? throw new NotSupportedException("A name is no text."), entry.Value, levels);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStartArray();
            foreach (var item in items)
                Write(writer, item, levels);
            writer.WriteEndArray();
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, object? value, int levels)
    {
        writer.WritePropertyName(WireText.Repair(name));
        Write(writer, value, levels);
    }

    private static void WriteNumber(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case Half or float:
                writer.WriteNumberValue(value is Half half ? (float)half : (float)value);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case Int128 or UInt128 or BigInteger:
                writer.WriteRawValue(((IFormattable)value).ToString(format: null, CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException("The value is no data.");
        }
    }

    private static JsonElement Parse(JsonNode node)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(node.ToJsonString()));
        return document.RootElement.Clone();
    }
}
