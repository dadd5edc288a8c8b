namespace Agnt5.Shared;

/// <summary>One of the five fields of a cron expression.</summary>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Plural">What its values are called.</param>
/// <param name="First">The smallest value.</param>
/// <param name="Last">The largest value.</param>
/// <param name="Names">The names of values, from <paramref name="First"/> on; empty where values have none.</param>
internal sealed record CronField(int Position, string Name, string Plural, int First, int Last, IReadOnlyList<string> Names)
{
    public static readonly CronField Minute = new(1, "minute", "minutes", 0, 59, []);
    public static readonly CronField Hour = new(2, "hour", "hours", 0, 23, []);
    public static readonly CronField Day = new(3, "day of the month", "days of the month", 1, 31, []);
    public static readonly CronField Month = new(4, "month", "months", 1, 12, MonthNames);

    /// <summary>Sunday is 0, and 7 too.</summary>
    public static readonly CronField Weekday = new(5, "day of the week", "days of the week", 0, 7, WeekdayNames);

    public static IReadOnlyList<CronField> All { get; } = [Minute, Hour, Day, Month, Weekday];

    private static string[] MonthNames => ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static string[] WeekdayNames => ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>How many different values there are.</summary>
    public int Count => this == Weekday ? 7 : Last - First + 1;

    /// <summary>The range for messages.</summary>
    public string Range => Names.Count == 0 ? $"{First} to {Last}" : $"{First} to {Last} or {Short(Names[0])} to {Short(Names[Count - 1])}";

    /// <summary>The value of a name of three letters in any case.</summary>
    public int? FindByName(string text) => Find(name => string.Equals(Short(name), text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The three-letter form of a full name.</summary>
    public string? FindShortName(string text) =>
        Find(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } value ? Short(Names[value - First]) : null;

    private int? Find(Func<string, bool> isMeant)
    {
        for (var i = 0; i < Names.Count; i++)
            if (isMeant(Names[i]))
                return First + i;
        return null;
    }

    private static string Short(string name) => name.Substring(0, 3).ToUpperInvariant();
}
