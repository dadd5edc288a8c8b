using System.Globalization;
using System.Text;

namespace Agnt5.Cli.Output;

/// <summary>Makes text of a run fit for one line of a terminal. A run's data may come from anybody: what would move the cursor or hide a line is written out.</summary>
internal static class TerminalText
{
    private const int Longest = 160;

    /// <summary>The text without control characters, and cut where it is long.</summary>
    public static string Line(string text, int longest = Longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest) + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= longest)
                return line.Append('…').ToString();
            if (rune.Value is '\n')
                line.Append("\\n");
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                line.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            else
                line.Append(rune.ToString());
        }

        return line.ToString();
    }

    /// <summary>A line of another program as it came, its tabs too, without what would move the cursor.</summary>
    public static string Log(string line) => line.AsSpan().ContainsAnyExceptInRange(' ', '~') ? Line(line.Replace("\t", "    ", StringComparison.Ordinal), int.MaxValue) : line;
}
