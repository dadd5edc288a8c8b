using System.Globalization;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Tests.Deployments;
using Agnt5.Shared;

namespace Agnt5.Local.Tests.Triggers;

public sealed class ScheduleTests
{
    private const long Day = 24 * 60 * 60 * 1000;

    private SchedulesState _schedules = new();

    private EnvironmentState _environment = new() { Name = "production" };

    [Fact]
    public void A_schedule_starts_one_run_at_each_of_its_times()
    {
        Sync("sha-1", "0 3 * * *");

        Assert.Equal([], Look("2026-11-30 02:00"));
        Assert.Equal("2026-11-30 03:00", Wake());
        Assert.Equal([], Look("2026-11-30 02:59"));
        Assert.Equal(["2026-11-30 03:00"], Look("2026-11-30 03:00"));
        Assert.Equal([], Look("2026-11-30 03:00"));
        Assert.Equal("2026-12-01 03:00", Wake());
        Assert.Equal(["2026-12-01 03:00"], Look("2026-12-01 03:00:01"));
    }

    [Fact]
    public void Of_the_times_that_were_missed_the_latest_starts_one_run_and_the_others_are_counted()
    {
        Sync("sha-1", "*/5 * * * *");
        Look("2026-11-30 20:00");

        Assert.Equal(["2026-12-01 06:00 (119 missed)"], Look("2026-12-01 06:01:30"));
        Assert.Equal("2026-12-01 06:05", Wake());
    }

    [Fact]
    public void An_engine_that_was_down_for_years_starts_at_once_with_one_run()
    {
        Sync("sha-1", "* * * * *");
        Look("1990-01-01 00:00");

        Assert.Equal(["2026-11-30 12:00 (1000 missed)"], Look("2026-11-30 12:00:59"));
    }

    [Fact]
    public void A_schedule_begins_with_its_deployment_and_makes_up_for_nothing_before()
    {
        Look("2026-11-01 00:00");
        Sync("sha-1", "0 3 * * *");

        Assert.Equal([], Look("2026-11-30 04:00"));
        Assert.Equal("2026-12-01 03:00", Wake());
    }

    [Fact]
    public void A_new_release_with_the_same_schedule_starts_no_time_twice_and_leaves_none_out()
    {
        Sync("sha-1", "0 3 * * *");
        Look("2026-11-30 02:00");
        Sync("sha-2", "0 3 * * *");

        Assert.Equal(["2026-11-30 03:00"], Look("2026-11-30 03:05"));
        Sync("sha-3", "0 3 * * *");
        Assert.Equal([], Look("2026-11-30 03:06"));
    }

    [Fact]
    public void A_new_expression_begins_anew()
    {
        Sync("sha-1", "0 3 * * *");
        Look("2026-11-30 02:00");
        Sync("sha-2", "0 1 * * *");

        Assert.Equal([], Look("2026-11-30 04:00"));
        Assert.Equal("2026-12-01 01:00", Wake());
    }

    [Fact]
    public void A_disabled_deployment_starts_nothing_and_makes_up_for_nothing_later()
    {
        Sync("sha-1", "0 3 * * *");
        Look("2026-11-30 02:00");
        _environment = EnvironmentMachine.Apply(_environment, new DisableAsked(1, "dep_sha-1", "broken")).State;
        Assert.Equal([], Look("2026-11-30 03:00"));
        Assert.Null(Wake());

        _environment = EnvironmentMachine.Apply(_environment, new EnableAsked(1, "dep_sha-1")).State;
        Assert.Equal([], Look("2026-11-30 04:00"));
        Assert.Equal("2026-12-01 03:00", Wake());
    }

    [Fact]
    public void A_clock_that_jumps_back_starts_no_time_twice()
    {
        Sync("sha-1", "0 * * * *");
        Look("2026-11-30 02:30");
        Assert.Equal(["2026-11-30 03:00"], Look("2026-11-30 03:00:01"));

        Assert.Equal([], Look("2026-11-30 02:59:59"));
        Assert.Equal([], Look("2026-11-30 03:00"));
        Assert.Equal(["2026-11-30 04:00"], Look("2026-11-30 04:00"));
    }

    [Fact]
    public void A_clock_that_was_in_another_century_stops_no_schedule_for_ever()
    {
        Sync("sha-1", "0 * * * *");
        Look("2126-11-30 02:30");

        Assert.Equal([], Look("2026-11-30 03:30"));
        Assert.Equal(["2026-11-30 04:00"], Look("2026-11-30 04:00"));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void A_clock_out_of_the_calendar_throws_nothing(long nowMs)
    {
        Sync("sha-1", "0 0 29 2 *");
        Look("2026-11-30 02:30");

        for (var i = 0; i < 2; i++)
            _schedules = ScheduleMachine.Apply(_schedules, _environment, nowMs).State;
        Assert.InRange(Look("2026-11-30 02:30").Length, 0, 1);
    }

    [Fact]
    public void The_same_time_of_a_schedule_is_the_same_run()
    {
        Sync("sha-1", "0 3 * * *");
        Look("2026-11-30 02:00");
        var fire = Assert.Single(ScheduleMachine.Apply(_schedules, _environment, Ms("2026-11-30 03:00")).Fires);

        Assert.Equal($"cron:workflow:nightly:{Ms("2026-11-30 03:00")}", fire.IdempotencyKey);
    }

    // Cronos takes a day of the month and a day of the week together, where AGNT5 takes either, so only one of them is restricted here.
    [Fact]
    public void Schedules_fire_when_an_independent_reader_says()
    {
        string[] expressions = ["* * * * *", "*/7 * * * *", "0 3 * * *", "30 2 * * 1-5", "15,45 8-18/2 * 6-8 *", "0 0 29 2 *", "59 23 31 12 *", "0 12 * * 0", "0 0 1 1-12/3 *"];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var text = expressions[random.Next(expressions.Length)];
            var schedule = CronExpression.Parse(text, out _)!;
            var oracle = Cronos.CronExpression.Parse(text);
            var from = DateTime.UnixEpoch.AddMilliseconds(random.NextInt64(0, 4_000_000_000_000));
            var until = from.AddMilliseconds(random.NextInt64(0, 400 * Day));

            Assert.Equal(oracle.GetNextOccurrence(from), DateTime.UnixEpoch.AddMilliseconds(ScheduleTimes.NextAfter(schedule, Ms(from))!.Value));
            if (ScheduleTimes.LastWithin(schedule, Ms(from), Ms(until)) is not { } last)
            {
                Assert.True(oracle.GetNextOccurrence(from) > until, $"Seed {seed}: {text}");
                continue;
            }

            var latest = DateTime.UnixEpoch.AddMilliseconds(last);
            Assert.True(latest > from && latest <= until, $"Seed {seed}: {text}");
            Assert.Equal(latest, oracle.GetNextOccurrence(latest.AddMilliseconds(-1)));
            Assert.True(oracle.GetNextOccurrence(latest) > until, $"Seed {seed}: {text}");
        }
    }

    private void Sync(string immutableRef, string cron)
    {
        var components = Manifests.Read(Manifests.Of(Manifests.Workflow("nightly", $$""" "metadata":{"cron":"{{cron}}"} """))).Manifest!.Components;
        var release = Manifests.Deployment($"dep_{immutableRef}", immutableRef) with { Components = components };
        _environment = EnvironmentMachine.Apply(_environment, new Synced(1, release, ReplacesRouteOwners: true)).State;
    }

    private string[] Look(string time)
    {
        var decision = ScheduleMachine.Apply(_schedules, _environment, Ms(time));
        _schedules = decision.State;
        Assert.Equal(decision.WakeAtMs, decision.State.ByRoute.Values.Min(static schedule => schedule.NextAtMs));
        return [.. decision.Fires.Select(static fire => Text(fire.AtMs) + (fire.Missed == 0 ? "" : $" ({fire.Missed} missed)"))];
    }

    private string? Wake() => _schedules.ByRoute.Values.Min(static schedule => schedule.NextAtMs) is { } wake ? Text(wake) : null;

    private static long Ms(string time) => Ms(DateTime.Parse(time, CultureInfo.InvariantCulture));

    private static long Ms(DateTime time) => (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;

    private static string Text(long timeMs) => DateTime.UnixEpoch.AddMilliseconds(timeMs).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
