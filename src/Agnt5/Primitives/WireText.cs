using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Agnt5.Primitives;

/// <summary>Checks and repairs the application's texts for JSON. JSON is UTF-8, which cannot hold half of a surrogate pair.</summary>
internal static class WireText
{
    /// <summary>How long the text of a failure may be, in bytes of UTF-8. The text is in the checkpoint of every later slice.</summary>
    public const int MaxFailureBytes = 8 * 1024;

    // \uXXXX
    private const int EscapeLength = 6;

    /// <summary>The problem of a text that is not whole, for messages.</summary>
    public const string HalfOfAPair = "has half of a surrogate pair, which JSON cannot hold: cut texts between their runes, with StringInfo or string.EnumerateRunes()";

    /// <summary>Whether every surrogate of a text has its other half.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (Rune.DecodeFromUtf16(text[at..], out _, out var length) != OperationStatus.Done)
                return false;
            text = text[(at + length)..];
        }

        return true;
    }

    /// <summary>Throws for a text that would come back changed from a checkpoint or response, such as the name of a step.</summary>
    /// <param name="text">The text, or <see langword="null"/> when there is none.</param>
    /// <param name="what">The kind of text, for the message: <c>The key of step</c>.</param>
    /// <exception cref="NonRetryableException">The text is not whole.</exception>
    public static void ThrowIfBroken(string? text, string what)
    {
        if (text is not null && !IsWhole(text))
            throw new NonRetryableException($"{what} '{CallerText.Shorten(text)}' {HalfOfAPair}.");
    }

    /// <summary>Replaces halves of surrogate pairs with U+FFFD.</summary>
    public static string Repair(string text)
    {
        if (IsWhole(text))
            return text;

        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            repaired.Append(rune);
        return repaired.ToString();
    }

    /// <summary>Replaces escaped halves of surrogate pairs in JSON with U+FFFD, because no text can be read from them. The length stays the same.</summary>
    /// <param name="json">The JSON, valid or not.</param>
    /// <returns>Whether anything was replaced.</returns>
    public static bool RepairJson(Span<byte> json)
    {
        var repaired = false;
        for (var at = 0; json[at..].IndexOf((byte)'\\') is var next and >= 0; at = Math.Min(at, json.Length))
        {
            at += next;
            var unit = EscapedUnit(json[at..]);
            if (unit is < 0xD800 or > 0xDFFF)
            {
                // Skip the escape and the escaped character, which may be a backslash.
                at += 2;
                continue;
            }

            if (unit < 0xDC00 && EscapedUnit(json[(at + EscapeLength)..]) is >= 0xDC00 and <= 0xDFFF)
            {
                at += 2 * EscapeLength;
                continue;
            }

            "\\ufffd"u8.CopyTo(json[at..]);
            repaired = true;
            at += EscapeLength;
        }

        return repaired;
    }

    /// <summary>Does the same as <see cref="RepairJson(Span{byte})"/> for JSON that was read already.</summary>
    public static JsonElement Repair(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Undefined || JsonMarshal.GetRawUtf8Value(json).IndexOf("\\u"u8) < 0)
            return json;

        var copy = JsonMarshal.GetRawUtf8Value(json).ToArray();
        if (!RepairJson(copy))
            return json;

        using var document = JsonDocument.Parse(copy, new JsonDocumentOptions { MaxDepth = JsonDepth.Most });
        return document.RootElement.Clone();
    }

    /// <summary>Makes the text of a failure for records and responses: repaired, and cut to <see cref="MaxFailureBytes"/> with a note if it is longer.</summary>
    /// <param name="message">The exception's message.</param>
    public static string OfFailure(string? message)
    {
        if (message is null)
            return "";
        // No UTF-16 unit takes more than three bytes.
        if (message.Length <= MaxFailureBytes / 3 || Encoding.UTF8.GetByteCount(message) <= MaxFailureBytes)
            return Repair(message);

        var note = string.Create(CultureInfo.InvariantCulture, $"… (cut, {message.Length} characters in all)");
        var room = MaxFailureBytes - Encoding.UTF8.GetByteCount(note);
        var cut = new StringBuilder(room + note.Length);
        foreach (var rune in message.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
                break;
            cut.Append(rune);
        }

        return cut.Append(note).ToString();
    }

    // The UTF-16 unit of an escape at the beginning, or -1 when there is no escape.
    private static int EscapedUnit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json.StartsWith("\\u"u8) && Utf8Parser.TryParse(json[2..EscapeLength], out int unit, out var length, 'x') && length == EscapeLength - 2 ? unit : -1;
}
