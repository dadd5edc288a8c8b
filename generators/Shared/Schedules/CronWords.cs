using System.Globalization;

namespace Agnt5.Shared;

/// <summary>Says in words when a schedule fires: <c>at 03:00 on Monday to Friday</c>.</summary>
internal static class CronWords
{
    private const int ListedTimes = 4;

    public static string Of(CronSchedule schedule)
    {
        var time = OfTime(schedule.Minutes, schedule.Hours);
        return time + OfDays(schedule, isNamed: time.StartsWith("at ", StringComparison.Ordinal)) + (schedule.Months.Count == 12 ? "" : " in " + OfMonths(schedule.Months));
    }

    /// <summary><c>June to August</c>, <c>January and July</c></summary>
    public static string OfMonths(CronValues months) => Named(months);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>1, 2 and 3</c></summary>
    public static string Listed(IEnumerable<string> texts, string last = "and")
    {
        var all = texts.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Length - 1))} {last} {all[all.Length - 1]}";
    }

    private static string OfTime(CronValues minutes, CronValues hours)
    {
        if (minutes.Count * hours.Count <= ListedTimes)
            return "at " + Listed(hours.SelectMany(hour => minutes.Select(minute => $"{hour:00}:{minute:00}")));
        if (minutes.Count == 1 && (hours.EvenStep ?? (hours.Count == 24 ? 1 : null)) is { } step)
            return (step == 1 ? "every hour" : $"every {step} hours") + (minutes.First == 0 ? "" : $" at minute {minutes.First}");
        var frequency = minutes.Count == 60 ? "every minute"
            : minutes.EvenStep is { } every ? $"every {every} minutes"
            : $"at {(minutes.Count == 1 ? "minute" : "minutes")} {Numbers(minutes)}";
        var isCounted = frequency[0] == 'a';
        return frequency + (hours.Count == 24 ? isCounted ? " of every hour" : ""
            : hours.IsRow || hours.Count == 1 ? $" from {hours.First:00}:00 to {hours.Last:00}:59"
            : hours.EvenStep is { } apart ? $" of every {apart}{(apart == 2 ? "nd" : apart == 3 ? "rd" : "th")} hour"
            : $" of the hours {Numbers(hours)}");
    }

    private static string OfDays(CronSchedule schedule, bool isNamed)
    {
        var (days, weekdays) = (schedule.Days, schedule.Weekdays);
        var onDays = $" on {(days.Count == 1 ? "day" : "days")} {Numbers(days)} of the month";
        if (days.IsAny && weekdays.IsAny)
            return isNamed ? " every day" : "";
        if (weekdays.IsAny)
            return onDays;
        return days.IsAny ? " on " + Named(weekdays) : $"{onDays} and on every {Named(weekdays)}";
    }

    private static string Numbers(CronValues values) => values.IsRow ? $"{values.First} to {values.Last}" : Listed(values.Select(Number));

    private static string Named(CronValues values)
    {
        var names = values.Select(value => values.Field.Names[value - values.Field.First]).ToArray();
        return values.IsRow ? $"{names[0]} to {names[names.Length - 1]}" : Listed(names);
    }
}
