using System.Text.RegularExpressions;

namespace Agnt5.Shipping.Tests;

/// <summary>The blocks of code of a page.</summary>
internal static partial class PageBlocks
{
    /// <summary>The blocks of a language below a heading, up to the next heading of its level.</summary>
    public static string[] Of(string page, string heading, string language = "sh")
    {
        var text = $"\n{File.ReadAllText(page).ReplaceLineEndings("\n")}";
        var begin = text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(begin >= 0, $"{page} has no '{heading}'.");
        var level = heading[..(heading.IndexOf(' ', StringComparison.Ordinal) + 1)];
        var end = text.IndexOf($"\n{level}", begin + heading.Length, StringComparison.Ordinal);
        return [.. Block().Matches(text[begin..(end < 0 ? text.Length : end)]).Where(block => block.Groups["language"].Value == language).Select(static block => block.Groups["text"].Value)];
    }

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
