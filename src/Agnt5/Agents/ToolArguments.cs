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
    public static IDictionary<string, object?>? FromJson(byte[] json)
    {
        if (!IsObject(json))
            return null;

        // The serializer's own reader follows fewer levels than arguments may have.
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonDepth.Most });
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var argument in document.RootElement.EnumerateObject())
            arguments[argument.Name] = argument.Value.ValueKind == JsonValueKind.Null ? null : argument.Value.Clone();
        return arguments;
    }

    /// <summary>Whether a tool's input is an object.</summary>
    public static bool IsObject(byte[] json) => json is [(byte)'{', ..];

    /// <summary>Makes the arguments readable for a person, as <see cref="Readable(string)"/> does.</summary>
    public static string Readable(ReadOnlySpan<byte> json) => Readable(Encoding.UTF8.GetString(json));

    /// <summary>Makes a text readable for a person: escapes characters that are invisible or that change the order of the text. Ends of lines stay.</summary>
    public static string Readable(string text)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
            return text;

        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            readable.Append(IsHidden(rune) ? Escaped(rune) : rune.ToString());
        return readable.ToString();
    }

    private static string Escaped(Rune rune) => string.Concat(rune.ToString().Select(static unit => $"\\u{(int)unit:x4}"));

    private static bool IsHidden(Rune rune) => rune.Value != '\n' && (IsBlank(rune.Value)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Letters and marks that show nothing: fillers, and selectors of glyphs, except for the one that emoji have.
    private static bool IsBlank(int value) => value
        is 0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or (>= 0xFE00 and <= 0xFE0E) or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF);

    private static void Write(Utf8JsonWriter writer, IDictionary<string, object?> arguments) => JsonSerializer.Serialize(writer, arguments, Info);
}
