using System.Globalization;

namespace Agnt5.Shared;

/// <summary>Says in words when a schedule fires: <c>at 03:00 on Monday to Friday</c>.</summary>
internal static class CronWords
{
    private const int ListedTimes = 4;

    public static string Of(CronSchedule schedule)
    {
        var time = OfTime(schedule.Minutes, schedule.Hours, out var isListed);
        return time + OfDays(schedule, isListed) + (schedule.Months.Count == 12 ? "" : " in " + OfMonths(schedule.Months));
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

    private static string OfTime(CronValues minutes, CronValues hours, out bool isListed)
    {
        isListed = minutes.Count * hours.Count <= ListedTimes;
        if (!isListed && minutes.Count == 1)
        {
            if (hours.Count == 24 || hours.EvenStep is not null)
                return (hours.EvenStep is { } step ? $"every {step} hours" : "every hour") + (minutes.First == 0 ? "" : $" at minute {minutes.First}");
            if (hours.IsRow)
                return $"every hour from {hours.First:00}:{minutes.First:00} to {hours.Last:00}:{minutes.First:00}";
            isListed = true;
        }

        return isListed
            ? "at " + Listed(hours.SelectMany(hour => minutes.Select(minute => $"{hour:00}:{minute:00}")))
            : OfMinutes(minutes, isOfEveryHour: hours.Count == 24) + OfHours(hours);
    }

    private static string OfMinutes(CronValues minutes, bool isOfEveryHour)
    {
        if (minutes.Count == 60)
            return "every minute";
        return minutes.EvenStep is { } step ? $"every {step} minutes" : $"at minutes {Numbers(minutes)}{(isOfEveryHour ? " of every hour" : "")}";
    }

    private static string OfHours(CronValues hours) =>
        hours.Count == 24 ? ""
        : hours.IsRow || hours.Count == 1 ? $" from {hours.First:00}:00 to {hours.Last:00}:59"
        : $" of the hours {Numbers(hours)}";

    private static string OfDays(CronSchedule schedule, bool isListed)
    {
        var (days, weekdays) = (schedule.Days, schedule.Weekdays);
        var onDays = $" on {(days.Count == 1 ? "day" : "days")} {Numbers(days)} of the month";
        if (days.IsAny && weekdays.IsAny)
            return isListed ? " every day" : "";
        if (weekdays.IsAny)
            return onDays;
        return days.IsAny ? " on " + OfWeekdays(weekdays) : $"{onDays} and on every {OfWeekdays(weekdays)}";
    }

    // A week begins on Monday here, except in a range that begins with Sunday.
    private static string OfWeekdays(CronValues weekdays)
    {
        var days = weekdays.Select(static day => day == 0 ? 7 : day).OrderBy(static day => day).ToArray();
        var isRow = days.Length > 2 && days[days.Length - 1] - days[0] == days.Length - 1;
        return isRow ? $"{weekdays.Field.Names[days[0]]} to {weekdays.Field.Names[days[days.Length - 1]]}"
            : weekdays.IsRow ? Named(weekdays)
            : Listed(days.Select(day => weekdays.Field.Names[day]));
    }

    private static string Numbers(CronValues values) => values.IsRow ? $"{values.First} to {values.Last}" : Listed(values.Select(Number));

    private static string Named(CronValues values)
    {
        var names = values.Select(value => values.Field.Names[value - values.Field.First]).ToArray();
        return values.IsRow ? $"{names[0]} to {names[names.Length - 1]}" : Listed(names);
    }
}
