using System.Buffers;
using System.Globalization;
using System.Text;

namespace Agnt5.Protocol;

/// <summary>Texts of the application's on their way into JSON, which is UTF-8 and has no place for half of a surrogate pair.</summary>
internal static class WireText
{
    /// <summary>How long the text of a failure may be, in bytes of UTF-8: it stands in the checkpoint of every slice that follows.</summary>
    public const int MaxFailureBytes = 8 * 1024;

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
}
