namespace Agnt5.Shared;

/// <summary>The moments of a cron expression, in any time zone.</summary>
internal sealed record CronSchedule
{
    private static readonly int[] LongestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public required CronValues Minutes { get; init; }

    public required CronValues Hours { get; init; }

    public required CronValues Days { get; init; }

    public required CronValues Months { get; init; }

    /// <summary>The days of the week, Sunday as 0.</summary>
    public required CronValues Weekdays { get; init; }

    /// <summary>Whether any of the months has one of the days.</summary>
    public bool Comes => !Weekdays.IsAny || Months.Any(month => Days.Any(day => day <= LongestMonths[month - 1]));

    /// <summary>The moments from a moment on, in order.</summary>
    public IEnumerable<DateTime> From(DateTime start)
    {
        if (!Comes)
            yield break;
        for (var date = start.Date; ; date = date.AddDays(1))
        {
            if (!IsMeant(date))
                continue;
            foreach (var hour in Hours)
                foreach (var minute in Minutes)
                    if (date.AddHours(hour).AddMinutes(minute) is var moment && moment >= start)
                        yield return moment;
        }
    }

    // If day and weekday are both restricted, either one matches.
    private bool IsMeant(DateTime date)
    {
        if (!Months.Contains(date.Month))
            return false;
        var (isDay, isWeekday) = (Days.Contains(date.Day), Weekdays.Contains((int)date.DayOfWeek));
        return Days.IsAny || Weekdays.IsAny ? isDay && isWeekday : isDay || isWeekday;
    }
}
