using System.Collections.Immutable;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Shared;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>Decides what schedules start, purely: schedules, active components and the time in, runs and schedules out.</summary>
/// <remarks>
/// The policy for misfires: of all times that came since a schedule was last looked at, the latest starts one run, however late. The earlier ones start nothing, and are counted. So an engine that was
/// down over a night of five-minute schedules starts each of them once, and not a hundred times.
/// <list type="bullet">
/// <item>A schedule begins when its component becomes active, or gets another expression: earlier times start nothing. A new deployment with the same expression goes on where the old one was.</item>
/// <item>While a deployment is disabled its schedules do not run, and what they miss is not made up for.</item>
/// <item>A time starts one run: a clock that jumps back by less than a day starts nothing again. A clock that jumps back further was wrong before, and schedules begin anew with it.</item>
/// </list>
/// </remarks>
internal static class ScheduleMachine
{
    /// <summary>How many missed times are counted.</summary>
    public const int MostCounted = 1_000;

    private const long LongestJumpMs = 24 * 60 * 60 * 1000;

    /// <summary>Looks at the clock. It may be called at any time, as often as the host likes.</summary>
    public static SchedulesDecision Apply(SchedulesState state, EnvironmentState environment, long nowMs)
    {
        List<ScheduleFire> fires = [];
        var schedules = ImmutableSortedDictionary.CreateBuilder<string, ScheduleState>(StringComparer.Ordinal);
        foreach (var active in environment.Active())
        {
            if (active is not { Deployment.IsEnabled: true, Component.Cron: { } cron })
                continue;
            var before = state.ByRoute.GetValueOrDefault(active.Component.Route);
            var after = before is null || before.Cron != cron || before.HandledUntilMs > nowMs + LongestJumpMs ? Begin(cron, nowMs) : Advance(before, active, nowMs, fires);
            schedules.Add(active.Component.Route, after);
        }

        return new(new() { ByRoute = schedules.ToImmutable() }, fires, schedules.Values.Min(static schedule => schedule.NextAtMs));
    }

    private static ScheduleState Begin(string cron, long nowMs) => new(cron, nowMs, Read(cron) is { } schedule ? ScheduleTimes.NextAfter(schedule, nowMs) : null);

    private static ScheduleState Advance(ScheduleState before, ActiveComponent active, long nowMs, List<ScheduleFire> fires)
    {
        if (before.NextAtMs is not { } next || next > nowMs || Read(before.Cron) is not { } schedule)
            return before;
        var latest = ScheduleTimes.LastWithin(schedule, before.HandledUntilMs, nowMs) ?? next;
        fires.Add(new(active, latest, ScheduleTimes.CountBetween(schedule, before.HandledUntilMs, latest, MostCounted)));
        return new(before.Cron, nowMs, ScheduleTimes.NextAfter(schedule, nowMs));
    }

    private static CronSchedule? Read(string cron) => CronExpression.Parse(cron, out _);
}
