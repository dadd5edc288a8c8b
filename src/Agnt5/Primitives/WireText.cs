using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Agnt5.Primitives;

/// <summary>Texts of the application's on their way into JSON, which is UTF-8 and has no place for half of a surrogate pair.</summary>
internal static class WireText
{
    /// <summary>How long the text of a failure may be, in bytes of UTF-8: it stands in the checkpoint of every slice that follows.</summary>
    public const int MaxFailureBytes = 8 * 1024;

    // \uXXXX
    private const int EscapeLength = 6;

    /// <summary>What is wrong with a text that is not whole.</summary>
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

    /// <summary>Refuses a text that a checkpoint or response could not give back, such as the name of a step.</summary>
    /// <param name="text">The text, or <see langword="null"/> where there is none.</param>
    /// <param name="what">What it is, for the message: <c>The key of step</c>.</param>
    /// <exception cref="NonRetryableException">It is not whole.</exception>
    public static void ThrowIfBroken(string? text, string what)
    {
        if (text is not null && !IsWhole(text))
            throw new NonRetryableException($"{what} '{CallerText.Shorten(text)}' {HalfOfAPair}.");
    }

    /// <summary>The text as JSON holds it: with U+FFFD in the place of halves of surrogate pairs.</summary>
    public static string Repair(string text)
    {
        if (IsWhole(text))
            return text;

        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            repaired.Append(rune);
        return repaired.ToString();
    }

    /// <summary>Puts U+FFFD into the place of halves of surrogate pairs that JSON holds as escapes, which no text could be read from. Its length stays.</summary>
    /// <param name="json">The JSON, or what may be.</param>
    /// <returns>Whether there were any.</returns>
    public static bool RepairJson(Span<byte> json)
    {
        var repaired = false;
        for (var at = 0; json[at..].IndexOf((byte)'\\') is var next and >= 0; at = Math.Min(at, json.Length))
        {
            at += next;
            var unit = EscapedUnit(json[at..]);
            if (unit is < 0xD800 or > 0xDFFF)
            {
                // The escape and what it escapes, which may be another backslash.
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

    /// <summary>As <see cref="RepairJson(Span{byte})"/>, for JSON that was read already.</summary>
    public static JsonElement Repair(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Undefined || JsonMarshal.GetRawUtf8Value(json).IndexOf("\\u"u8) < 0)
            return json;

        var copy = JsonMarshal.GetRawUtf8Value(json).ToArray();
        if (!RepairJson(copy))
            return json;

        using var document = JsonDocument.Parse(copy, new JsonDocumentOptions { MaxDepth = JsonWriterCache.UntypedDepth });
        return document.RootElement.Clone();
    }

    /// <summary>The text of a failure as it is recorded and answered: repaired, and cut to <see cref="MaxFailureBytes"/> where it is longer, which the text then says.</summary>
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

    // The UTF-16 unit that an escape at the beginning stands for, or -1 when there is none.
    private static int EscapedUnit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json.StartsWith("\\u"u8) && Utf8Parser.TryParse(json[2..EscapeLength], out int unit, out var length, 'x') && length == EscapeLength - 2 ? unit : -1;
}
