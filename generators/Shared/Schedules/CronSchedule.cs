namespace Agnt5.Shared;

/// <summary>When a cron expression fires, in whatever time zone it is read in.</summary>
internal sealed record CronSchedule
{
    private static readonly int[] LongestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public required CronValues Minutes { get; init; }

    public required CronValues Hours { get; init; }

    public required CronValues Days { get; init; }

    public required CronValues Months { get; init; }

    /// <summary>The days of the week, Sunday as 0.</summary>
    public required CronValues Weekdays { get; init; }

    /// <summary>Whether some month that is meant has a day that is meant.</summary>
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

    // A day and a weekday that are both restricted mean either.
    private bool IsMeant(DateTime date)
    {
        if (!Months.Contains(date.Month))
            return false;
        var (isDay, isWeekday) = (Days.Contains(date.Day), Weekdays.Contains((int)date.DayOfWeek));
        return Days.IsAny || Weekdays.IsAny ? isDay && isWeekday : isDay || isWeekday;
    }
}
