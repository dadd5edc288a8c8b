using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>The arguments of a model's tool call as JSON.</summary>
internal static class ToolArguments
{
    private static readonly JsonTypeInfo<IDictionary<string, object?>> Info =
        (JsonTypeInfo<IDictionary<string, object?>>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>));

    /// <summary>Writes the arguments as a JSON object, empty when the call has none.</summary>
    public static byte[] ToJson(FunctionCallContent call) => call.Arguments is { Count: > 0 } arguments ? JsonBytes.Write(arguments, Write) : "{}"u8.ToArray();

    /// <summary>Reads arguments that a function is called with, or <see langword="null"/> when they are not an object.</summary>
    public static IDictionary<string, object?>? FromJson(byte[] json) => json is [(byte)'{', ..] ? JsonSerializer.Deserialize(json, Info) : null;

    /// <summary>Makes the arguments readable for a person: escapes characters that are invisible or that change the order of the text.</summary>
    public static string Readable(ReadOnlySpan<byte> json)
    {
        var text = Encoding.UTF8.GetString(json);
        return text.Any(IsHidden) ? string.Concat(text.Select(static character => IsHidden(character) ? $"\\u{(int)character:x4}" : character.ToString())) : text;
    }

    private static bool IsHidden(char character) =>
        char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void Write(Utf8JsonWriter writer, IDictionary<string, object?> arguments) => JsonSerializer.Serialize(writer, arguments, Info);
}
