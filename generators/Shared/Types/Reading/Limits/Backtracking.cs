using System.Globalization;
using System.Text.RegularExpressions;

namespace Agnt5.Shared;

/// <summary>Finds what makes .NET match a regular expression by trying one way after the other. Every other expression is matched in one pass over the text.</summary>
internal static class Backtracking
{
    /// <summary>What the expression has, in words, or <see langword="null"/> when one pass is enough.</summary>
    /// <param name="pattern">An expression that .NET can read.</param>
    public static string? FindCause(string pattern)
    {
        var inClass = 0;
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\' when inClass == 0 && CauseOfEscape(pattern, at + 1) is { } cause:
                    return cause;
                case '\\':
                    at++;
                    break;
                // In a class, a bracket is a character, except behind the hyphen of a subtraction.
                case '[' when inClass == 0 || pattern[at - 1] == '-':
                    inClass++;
                    at += StartOfClass(pattern, at);
                    break;
                case ']' when inClass > 0:
                    inClass--;
                    break;
                case '(' when inClass == 0 && At(pattern, at + 1, "?#"):
                    at = pattern.IndexOf(')', at);
                    break;
                case '(' when inClass == 0 && CauseOfGroup(pattern, at + 1) is { } cause:
                    return cause;
            }
        }

        return null;
    }

    // A closing bracket at the start of a class is a character.
    private static int StartOfClass(string pattern, int at)
    {
        var length = At(pattern, at + 1, "^") ? 1 : 0;
        return At(pattern, at + 1 + length, "]") ? length + 1 : length;
    }

    private static string? CauseOfGroup(string pattern, int at)
    {
        if (At(pattern, at, "?=") || At(pattern, at, "?!"))
            return "a lookahead";
        if (At(pattern, at, "?<=") || At(pattern, at, "?<!"))
            return "a lookbehind";
        if (At(pattern, at, "?>"))
            return "an atomic group";
        if (At(pattern, at, "?("))
            return "a condition";
        var end = At(pattern, at, "?<") ? '>' : At(pattern, at, "?'") ? '\'' : '\0';
        return end != '\0' && pattern.IndexOf(end, at + 2) is > 0 and var close && pattern.IndexOf('-', at, close - at) > 0 ? "a balancing group" : null;
    }

    private static string? CauseOfEscape(string pattern, int at) => pattern[at] switch
    {
        'k' => "a back-reference",
        'G' => @"the anchor \G",
        >= '1' and <= '9' when IsReference(pattern, at) => "a back-reference",
        _ => null,
    };

    // With several digits, a number without a group is the code of a character.
    private static bool IsReference(string pattern, int at)
    {
        var end = at;
        while (end < pattern.Length && pattern[end] is >= '0' and <= '9')
            end++;
        return end == at + 1
            || (int.TryParse(pattern.Substring(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && new Regex(pattern).GetGroupNumbers().Contains(number));
    }

    private static bool At(string pattern, int at, string text) => string.CompareOrdinal(pattern, at, text, 0, text.Length) == 0;
}
