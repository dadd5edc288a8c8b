using System.Text.RegularExpressions;

namespace Agnt5.Shared;

/// <summary>Reads <c>[RegularExpression]</c>.</summary>
internal static class PatternReader
{
    public static PatternModel? Read(LimitAttributes attributes, LimitTarget target)
    {
        if (target.Kind != LimitKind.Text || attributes.Find("RegularExpression") is not { Arguments: [{ Value: string pattern }] })
            return null;
        if (FindError(pattern) is { } error)
            throw new LimitException($"has a [RegularExpression] that .NET cannot read: {error}");

        return new(pattern, Anchor(pattern), EcmaPattern.Translate(pattern) is { } ecma ? $"^(?:{ecma})?$" : null);
    }

    // A comment at the pattern's end, where (?x) allows one, would swallow the closing parenthesis; there a line end means nothing.
    private static string Anchor(string pattern)
    {
        var anchored = $@"\A(?:{pattern})\z";
        return FindError(anchored) is null ? anchored : $"\\A(?:{pattern}\n)\\z";
    }

    private static string? FindError(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message.TrimEnd('.');
        }
    }
}
