using Agnt5.Local;
using Agnt5.Testing;

namespace TripBooking.Tests;

/// <summary>What a trip holds although its run does not go on: its question ran out, or somebody cancelled it.</summary>
public sealed class OverdueTests
{
    private static readonly Trip Trip = new("t-1", "Ada", "Lisbon");

    private readonly RecordedTravel _travel = new();

    [Fact]
    public async Task A_trip_that_nobody_decides_on_is_released_by_the_schedule_a_day_after_AGNT5_has_ended_its_run()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.BookTrip(Trip);

        await agnt5.AdvanceAsync(days: 2);
        Assert.Equal("WAIT_TIMEOUT", (await run.FailureAsync()).Code);
        Assert.Equal(["car", "flight", "hotel"], _travel.Held);
        await agnt5.AdvanceAsync(days: 1, hours: 1);

        Assert.Empty(_travel.Held);
    }

    [Fact]
    public async Task So_is_a_trip_that_was_cancelled()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.BookTrip(Trip);
        await run.WaitForQuestionAsync();
        await run.CancelAsync();

        await agnt5.AdvanceAsync(days: 3, hours: 1);

        Assert.Empty(_travel.Held);
    }

    [Fact]
    public async Task A_trip_that_was_cancelled_between_two_confirmations_keeps_no_part_booked()
    {
        await using var agnt5 = await StartAsync();
        using var held = agnt5.HoldStep("confirm:hotel");
        var run = await agnt5.BookTrip(Trip);
        await run.ApproveAsync();
        await held.WaitAsync();
        await run.CancelAsync();
        held.Release();
        Assert.Contains("flight", _travel.Booked);

        await agnt5.AdvanceAsync(days: 3, hours: 1);

        Assert.Empty(_travel.Booked);
        Assert.Empty(_travel.Held);
    }

    [Fact]
    public async Task A_part_that_the_schedule_cannot_release_keeps_no_other_part_and_is_tried_again_an_hour_later()
    {
        await using var agnt5 = await StartAsync();
        agnt5.FailStep("release:t-1:car", times: 1, new Agnt5.NonRetryableException("The garage is closed."));
        var run = await agnt5.BookTrip(Trip);
        await run.WaitForQuestionAsync();
        await run.CancelAsync();

        await agnt5.AdvanceAsync(days: 3, hours: 1);
        Assert.Equal(["car"], _travel.Held);
        await agnt5.AdvanceAsync(hours: 1);

        Assert.Empty(_travel.Held);
    }

    [Fact]
    public async Task What_is_booked_is_never_released_by_the_schedule()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.BookTrip(Trip);
        await agnt5.AdvanceAsync(days: 1, hours: 23);
        await run.ApproveAsync();
        Assert.Equal("booked", (await run.OutputAsync()).Status);

        await agnt5.AdvanceAsync(days: 2);

        Assert.DoesNotContain(_travel.Calls, static call => call.StartsWith("release", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_platform_that_comes_back_when_the_time_is_over_finds_code_that_releases_at_once()
    {
        await using var agnt5 = await StartAsync(new Agnt5TestOptions { WaitTimeouts = WaitTimeouts.Invoke });
        var run = await agnt5.BookTrip(Trip);

        await agnt5.AdvanceAsync(days: 2);

        Assert.Equal("expired", (await run.OutputAsync()).Status);
        Assert.Empty(_travel.Held);
    }

    private Task<LocalAgnt5> StartAsync(Agnt5TestOptions? options = null) => LocalAgnt5.StartAsync(Agnt5Components.Catalog, BookTripTests.With(_travel), options);
}
