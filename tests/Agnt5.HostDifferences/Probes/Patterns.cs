using System.Text.RegularExpressions;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Regular expressions, whichever way they are run.</summary>
internal static class Patterns
{
    private static readonly (string Pattern, string Text)[] Cases =
    [
        (@"\w+", "na\u00EFve caf\u00E9 \u4E2D\u6587 \u0661"), (@"\d+", "12 \u0663\u0664 x"), (@"\bthe\b", "the theme, the"), ("(?<=a)b+?", "abbb"), (@"(\w)\1", "committee"),
        ("^.$", "\uD83D\uDE00"),
        ("(?i)k", "\u212A K k"), ("(?i)\u0130", "i I \u0131"), ("(?i)stra\u00DFe", "STRASSE STRA\u1E9EE"), ("[^a-z]+", "abcDEF"), (@"\p{Lu}+", "\u00C9T\u00C9 x"),
        (@"(?<first>a)|(?<second>b)", "ba"), (@"\s+", "a\u00A0\u2003b"),
        (@"(a+)+$", "aaaaaaa!"), ("a{2,3}", "aaaaa"), ("(?m)^x$", "x\r\nx\nx"),
    ];

    public static void Add(Report report)
    {
        foreach (var (pattern, text) in Cases)
        {
            foreach (var options in (RegexOptions[])[RegexOptions.None, RegexOptions.Compiled, RegexOptions.IgnoreCase, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                RegexOptions.RightToLeft, RegexOptions.NonBacktracking])
                report.Add($"pattern {pattern} {options}", () => Regex.Matches(text, pattern, options, TimeSpan.FromSeconds(20)).Select(static match => $"{match.Index}+{match.Length}"));
        }

        report.AddHash("what is a letter of a word", Values.Characters, static character => Regex.IsMatch(character.ToString(), @"\w"));
        report.AddHash("letters in any case", Enumerable.Range(0x80, 0x700), static code =>
            Regex.IsMatch(((char)code).ToString().ToUpperInvariant(), Regex.Escape(((char)code).ToString()), RegexOptions.IgnoreCase));
        report.Add("pattern, names of groups", () => new Regex("(?<b>x)(y)(?<a>z)").GetGroupNames());
        report.Add("pattern, replace", () => Regex.Replace("a1b22", @"\d+", static match => $"<{match.Value}>"));
        report.Add("pattern, replace with groups", () => Regex.Replace("John Smith", @"(?<f>\w+) (?<l>\w+)", "${l}, $1"));
        report.Add("pattern, split", () => Regex.Split("a1b22c", @"(\d)"));
        report.Add("pattern, escape", () => Regex.Escape("a.b*[c] #"));
        report.Add("pattern, too long a time", () => Regex.IsMatch(new string('a', 40) + "!", "^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(20)));
    }
}
