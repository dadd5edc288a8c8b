using System.Globalization;
using System.Text;

namespace Agnt5.Primitives;

/// <summary>
/// Makes a caller's text safe to repeat in a response or a log line. It cuts the text to a bound, and replaces characters that would begin a new line, control a terminal, reverse the reading
/// direction or be invisible.
/// </summary>
internal static class CallerText
{
    private const int MaxLength = 128;

    public static string Shorten(string text, int maxLength = MaxLength)
    {
        if (text.Length <= maxLength && IsAscii(text))
            return text;

        var shown = new StringBuilder(maxLength + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > maxLength)
                return shown.Append('…').ToString();
            shown.Append(IsPlain(rune) ? rune : Rune.ReplacementChar);
        }

        return shown.ToString();
    }

    /// <summary>The whole text, with the same characters replaced.</summary>
    public static string Clean(string text)
    {
        if (IsPlain(text))
            return text;

        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            shown.Append(IsPlain(rune) ? rune : Rune.ReplacementChar);
        return shown.ToString();
    }

    /// <summary>Whether a text has no characters to replace.</summary>
    public static bool IsPlain(string text) => IsAscii(text) || (WireText.IsWhole(text) && text.EnumerateRunes().All(IsPlain));

    private static bool IsAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    // Halves of surrogate pairs are enumerated as the replacement character.
    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
