using System.Text;

namespace Agnt5.Shared;

/// <summary>The rules for names of events.</summary>
internal static class EventNames
{
    /// <summary>The problem with a name, or <see langword="null"/>.</summary>
    public static string? FindProblem(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "is started by a blank name";
        if (name!.Trim() != name)
            return $"is started by {QuotedText.Of(name)}, which begins or ends with white space";
        foreach (var character in name)
            if (!IsAllowed(character))
                return char.IsSurrogate(character) || char.IsWhiteSpace(character) || char.IsControl(character)
                    ? $"is started by {QuotedText.Of(name)}, which has a character in it that is neither letter nor digit"
                    : $"is started by {QuotedText.Of(name)}, which has '{character}' in it";
        return name.Split('.').Any(static segment => segment.Length == 0) ? $"is started by {QuotedText.Of(name)}, which has an empty part before, between or after dots" : null;
    }

    /// <summary>The corrected name if it is certain, or <see langword="null"/>: without white space around it, without empty parts, and with plain dashes and slashes.</summary>
    public static string? TryMend(string? name)
    {
        if (name is null)
            return null;
        var plain = new StringBuilder(name.Length);
        foreach (var character in name.Trim())
            plain.Append(character switch
            {
                >= '\u2010' and <= '\u2015' or '\u2212' => '-',
                '\\' => '/',
                _ => character,
            });
        var mended = string.Join(".", plain.ToString().Split('.').Where(static segment => segment.Length > 0));
        return mended.Length > 0 && FindProblem(mended) is null ? mended : null;
    }

    private static bool IsAllowed(char character) => char.IsLetterOrDigit(character) || character is '_' or '.' or ':' or '/' or '-';
}
