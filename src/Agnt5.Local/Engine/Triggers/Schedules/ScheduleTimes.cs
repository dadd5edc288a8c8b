using Agnt5.Shared;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>The times of schedules in UTC, as the analyzers read them: with both a day of the month and a day of the week, either one matches.</summary>
internal static class ScheduleTimes
{
    // Years that a calendar of four digits can count on from.
    private const long LastMs = 250_000_000_000_000;
    private const long HourMs = 3_600_000;

    // No schedule comes more rarely than a 29 February, which a turn of the century may leave out.
    private const long RarestMs = 9 * 366 * 24 * HourMs;

    /// <summary>The first time behind a time, Unix ms, or <see langword="null"/> when there is none.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="afterMs">The time, Unix ms. It is not counted itself.</param>
    public static long? NextAfter(CronSchedule schedule, long afterMs) => afterMs >= LastMs ? null : From(schedule, afterMs).Select(static time => (long?)time).FirstOrDefault();

    /// <summary>
    /// The last time behind one time and up to another, Unix ms, or <see langword="null"/> when there is none. It looks back from the end, so a long gap costs no more than a short one.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="afterMs">The begin, which is not counted.</param>
    /// <param name="untilMs">The end, which is counted.</param>
    public static long? LastWithin(CronSchedule schedule, long afterMs, long untilMs)
    {
        var until = Math.Min(untilMs, LastMs);
        for (var back = HourMs; ; back *= 24)
        {
            var from = Math.Max(afterMs, until - back);
            var last = From(schedule, from).TakeWhile(time => time <= until).Select(static time => (long?)time).LastOrDefault();
            if (last is not null || from == afterMs || back > RarestMs)
                return last;
        }
    }

    /// <summary>How many times there are between two times, both not counted, as far as it matters.</summary>
    public static int CountBetween(CronSchedule schedule, long afterMs, long beforeMs, int most) => From(schedule, afterMs).TakeWhile(time => time < beforeMs).Take(most).Count();

    private static IEnumerable<long> From(CronSchedule schedule, long afterMs) =>
        schedule.From(DateTime.UnixEpoch.AddMilliseconds(Math.Clamp(afterMs + 1, 0, LastMs))).Select(static moment => (moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond);
}
