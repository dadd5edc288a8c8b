// Times that are turned into the zone of the machine (after samples of reminders and office hours).
using System.Globalization;

public sealed record Visit(DateTimeOffset At, DateTime Booked);

public static class LocalTimes
{
    /// <summary>Reminds a visitor.</summary>
    [Workflow]
    public static async Task<string> Remind(WorkflowContext ctx, Visit visit)
    {
        if ({|AGT4006:ctx.UtcNow.ToLocalTime|}().Hour < 9)
            await ctx.SleepAsync(TimeSpan.FromHours(1), "opening");
        var day = {|AGT4006:visit.At.LocalDateTime|}.DayOfWeek;
        var booked = {|AGT4006:visit.Booked.ToLocalTime|}();
        var utc = {|AGT4006:TimeZoneInfo.ConvertTimeToUtc|}(visit.Booked);
        var offset = {|AGT4006:TimeZoneInfo.Local|}.GetUtcOffset(visit.At);
        var zone = {|AGT4006:TimeProvider.System.LocalTimeZone|}.Id;

        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var there = TimeZoneInfo.ConvertTime(visit.At, berlin);
        var fixedUtc = TimeZoneInfo.ConvertTimeToUtc(visit.Booked, berlin);
        var stable = visit.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return $"{day}{booked:O}{utc:O}{offset}{zone}{there:O}{fixedUtc:O}{stable}{visit.At.ToUniversalTime():O}";
    }
}
