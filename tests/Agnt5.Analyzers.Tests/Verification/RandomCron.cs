namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>Makes cron expressions of all that AGNT5 reads.</summary>
internal static class RandomCron
{
    private static readonly string[] Months = ["JAN", "feb", "Mar", "APR", "may", "Jun", "JUL", "aug", "Sep", "OCT", "nov", "Dec"];
    private static readonly string[] Weekdays = ["SUN", "mon", "Tue", "WED", "thu", "Fri", "SAT"];

    public static string Next(Random random) => string.Join(
        ' ',
        Field(random, 0, 59, []),
        Field(random, 0, 23, []),
        Field(random, 1, 31, []),
        Field(random, 1, 12, Months),
        Field(random, 0, 7, Weekdays));

    private static string Field(Random random, int first, int last, string[] names)
    {
        if (random.Next(3) == 0)
            return "*";
        // The other parser takes no '*' in a list.
        return random.Next(5) == 0
            ? string.Join(',', Enumerable.Range(0, random.Next(2, 4)).Select(_ => Item(random, first, last, names)))
            : random.Next(4) == 0 ? $"*/{random.Next(1, last - first)}" : Item(random, first, last, names);
    }

    private static string Item(Random random, int first, int last, string[] names)
    {
        var (from, to) = (random.Next(first, last + 1), random.Next(first, last + 1));
        return random.Next(5) switch
        {
            1 when from <= to => $"{Value(from)}-{Value(to)}",
            2 when from <= to => $"{Value(from)}-{Value(to)}/{random.Next(1, last - first)}",
            _ => Value(from),
        };

        // A Sunday that is written as 7 has no name, and one with a name may not end a range.
        string Value(int value) => random.Next(3) == 0 && value - first < names.Length && value > 0 ? names[value - first] : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
