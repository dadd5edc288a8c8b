using System.Globalization;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Dates and times as text and as numbers, without the time zone of the machine.</summary>
internal static class Times
{
    private static readonly DateTimeOffset Moment = new(2026, 7, 1, 13, 4, 5, 678, TimeSpan.FromHours(2));

    public static void Add(Report report)
    {
        foreach (var format in (string[])["O", "R", "s", "u", "d", "D", "t", "T", "f", "F", "g", "G", "m", "y", "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", "ddd dddd MMM MMMM tt gg", "%h", "K"])
        {
            report.Add($"DateTimeOffset as {format}, invariant", () => Moment.ToString(format, CultureInfo.InvariantCulture));
            report.Add($"DateTimeOffset as {format}, current culture", () => Moment.ToString(format));
            report.Add($"DateTime as {format}, invariant", () => Moment.UtcDateTime.ToString(format, CultureInfo.InvariantCulture));
        }

        foreach (var text in (string[])
        [
            "2026-07-01", "2026-07-01T13:04:05Z", "2026-07-01T13:04:05+02:00", "07/01/2026", "1 July 2026", "Wed, 01 Jul 2026 13:04:05 GMT", "13:04",
            "2026-07-01 13:04:05.1234567 +02:00", "2026-02-30",
            "20260701", "1/2/3", "2026-07-01T24:00:00Z", "Jul 2026", "01.07.2026", "2026-07-01T13:04:05.123456789Z",
        ])
        {
            report.Add($"DateTime.Parse as UTC '{text}'", () =>
                Ticks(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal), text));
            report.Add($"DateTimeOffset.Parse '{text}'", () => Ticks(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime, text));
            report.Add($"DateTime round trip '{text}'", () => text.Contains(':', StringComparison.Ordinal) && !text.Contains('-', StringComparison.Ordinal)
                ? null : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).Kind.ToString());
        }

        foreach (var text in (string[])["1:2", "1.02:03:04", "-0:0:1", "24:00", "1:2:3.4567891", "10675199.02:48:05.4775808", "5", "0:60"])
            report.Add($"TimeSpan.Parse '{text}'", () => TimeSpan.Parse(text, CultureInfo.InvariantCulture).Ticks);
        foreach (var format in (string[])["c", "g", "G", @"d\.hh\:mm"])
            report.Add($"TimeSpan as {format}", () => TimeSpan.FromTicks(Values.Long("-12345678901")).ToString(format, CultureInfo.InvariantCulture));
        report.AddHash("TimeSpan.FromSeconds", Values.Between(-1e6, 1e6, 1000), static value => TimeSpan.FromSeconds(value).Ticks);
        report.AddHash("TimeSpan.FromDays", Values.Between(-1e4, 1e4, 1000), static value => TimeSpan.FromDays(value).Ticks);
        report.AddHash("TimeSpan product", Values.Between(-1e4, 1e4, 1000), static value => (TimeSpan.FromHours(1) * value).Ticks);
        report.AddHash("TimeSpan.TotalMilliseconds", Values.Bits(1000), static bits => TimeSpan.FromTicks((long)bits).TotalMilliseconds);
        report.AddHash("DateTime.AddDays", Values.Between(-1e5, 1e5, 1000), static value => Moment.AddDays(value).UtcTicks);
        report.AddHash("DateTime.AddMonths", Enumerable.Range(-50, 100), static months => Moment.AddMonths(months).UtcTicks);
        report.AddHash("ISO weeks", Enumerable.Range(0, 800), static day => ISOWeek.GetWeekOfYear(Moment.DateTime.AddDays(day)));
        report.AddHash("weeks of the calendar", Enumerable.Range(0, 800), static day =>
            CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(Moment.DateTime.AddDays(day), CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday));
        report.Add("DateOnly as text", () => DateOnly.FromDateTime(Moment.DateTime).ToString(CultureInfo.InvariantCulture));
        report.Add("DateOnly as text, current culture", () => DateOnly.FromDateTime(Moment.DateTime).ToString());
        report.Add("TimeOnly as text", () => TimeOnly.FromDateTime(Moment.DateTime).ToString(CultureInfo.InvariantCulture));
        report.Add("first day of the week", () => CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek);
        report.Add("Hebrew calendar", () => new HebrewCalendar().GetYear(Moment.DateTime));
        report.Add("Hijri calendar", () => new HijriCalendar().GetDayOfYear(Moment.DateTime));
        report.Add("Japanese era", () => new JapaneseCalendar().GetEra(Moment.DateTime));
        report.Add("Chinese calendar", () => new ChineseLunisolarCalendar().GetMonth(Moment.DateTime));
    }

    // A text without a date has today's.
    private static object Ticks(DateTime time, string text) => text.Length <= 5 ? time.TimeOfDay : time.Ticks;
}
