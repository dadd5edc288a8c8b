namespace Agnt5.Shared;

/// <summary>Writes regular expressions that match the whole numbers of a range, in the form of a JSON member's name.</summary>
internal static class IntegerPattern
{
    /// <summary>The whole numbers from a minimum to a maximum, both as digits.</summary>
    public static string Between(string minimum, string maximum) => minimum.StartsWith("-", StringComparison.Ordinal)
        ? $"(-({string.Join("|", Positive(minimum.Substring(1)))})|{UpTo(maximum)})"
        : UpTo(maximum);

    /// <summary>The whole numbers from zero to a maximum.</summary>
    public static string UpTo(string maximum) => $"(0|{string.Join("|", Positive(maximum))})";

    private static IEnumerable<string> Positive(string maximum)
    {
        // All numbers with fewer digits; then numbers with as many digits and a smaller digit at the first difference; then the maximum itself.
        if (maximum.Length > 1)
            yield return "[1-9]" + Digits(0, maximum.Length - 2);
        for (var i = 0; i < maximum.Length; i++)
        {
            var smallest = i == 0 ? '1' : '0';
            if (maximum[i] > smallest)
                yield return maximum.Substring(0, i) + Range(smallest, (char)(maximum[i] - 1)) + Digits(maximum.Length - i - 1, maximum.Length - i - 1);
        }

        yield return maximum;
    }

    private static string Range(char first, char last) => first == last ? $"{first}" : $"[{first}-{last}]";

    private static string Digits(int least, int most) => (least, most) switch
    {
        (_, 0) => "",
        (1, 1) => "[0-9]",
        _ when least == most => FormattableString.Invariant($"[0-9]{{{most}}}"),
        _ => FormattableString.Invariant($"[0-9]{{{least},{most}}}"),
    };
}
