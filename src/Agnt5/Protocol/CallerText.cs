namespace Agnt5.Protocol;

/// <summary>Text of a caller's that is repeated in an answer or a log line: cut to a bound, and without characters that would begin a new line.</summary>
internal static class CallerText
{
    private const int MaxLength = 128;

    public static string Shorten(string text)
    {
        var kept = text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}…";
        return kept.Any(char.IsControl) ? string.Concat(kept.Select(static c => char.IsControl(c) ? '\uFFFD' : c)) : kept;
    }
}
