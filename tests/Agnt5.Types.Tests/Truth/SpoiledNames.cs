namespace Agnt5.Types.Tests.Truth;

/// <summary>Names that are nearly right, as lenient converters of enums take them.</summary>
internal static class SpoiledNames
{
    private const int LongestName = 40;

    /// <summary>Spoils a text that looks like a name, or the names of flags; any other text, such as a time, is <see langword="null"/>.</summary>
    public static string? Of(string text, Random random)
    {
        if (text.Length is 0 or > LongestName || !text.All(static character => char.IsLetter(character) || character is '-' or ',' or ' '))
            return null;
        return random.Next(7) switch
        {
            0 => $" {text} ",
            1 => $"{text} ",
            2 => text.ToLowerInvariant(),
            3 => text.ToUpperInvariant(),
            4 => $"{text}, {text}",
            5 => $"{text},{text}",
            _ => $"{text}, ",
        };
    }
}
