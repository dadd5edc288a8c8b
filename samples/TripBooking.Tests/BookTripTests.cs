using Agnt5;
using Agnt5.Local;
using Agnt5.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace TripBooking.Tests;

public sealed class BookTripTests
{
    private static readonly Trip Trip = new("t-1", "Ada", "Lisbon");

    private readonly RecordedTravel _travel = new();

    [Fact]
    public async Task A_trip_is_booked_once_its_price_is_accepted()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.BookTrip(Trip);

        Assert.Equal("Book Lisbon for Ada at 300.00 euros?", (await run.WaitForQuestionAsync()).Text);
        await run.ApproveAsync();

        Assert.Equal(("booked", 300m), Of(await run.OutputAsync()));
        Assert.Equal(["hold flight", "hold hotel", "hold car", "confirm flight", "confirm hotel", "confirm car"], _travel.Calls);
    }

    [Fact]
    public async Task A_rejected_trip_holds_nothing_any_more_and_the_latest_part_goes_first()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.BookTrip(Trip);

        await run.RejectAsync();

        Assert.Equal(("rejected", 0m), Of(await run.OutputAsync()));
        Assert.Equal(["release car", "release hotel", "release flight"], _travel.Calls.Skip(3));
    }

    [Fact]
    public async Task A_part_that_cannot_be_held_releases_those_before_it_and_itself_since_its_answer_may_have_been_lost()
    {
        await using var agnt5 = await StartAsync();
        agnt5.FailStep("hold:hotel", times: 3, new HttpRequestException("The hotel does not answer."));

        var run = await agnt5.BookTrip(Trip);
        var result = await run.RunToEndAsync();

        Assert.Equal(("failed", "The hotel does not answer."), (result.Status, result.Reason));
        Assert.Equal(["hold flight", "release hotel", "release flight"], _travel.Calls);
        Assert.Equal([1, 2, 3], run.Steps.Where(static step => step.Key == "hold:hotel").Select(static step => step.Attempt));
    }

    [Fact]
    public async Task A_confirmation_that_fails_gives_back_what_was_confirmed_before()
    {
        await using var agnt5 = await StartAsync();
        agnt5.FailStep("confirm:hotel", times: 1, new NonRetryableException("The card has expired."));
        var run = await agnt5.BookTrip(Trip);

        await run.ApproveAsync();

        Assert.Equal("The card has expired.", (await run.OutputAsync()).Reason);
        Assert.Equal(["confirm flight", "release car", "release hotel", "release flight"], _travel.Calls.Skip(3));
    }

    [Fact]
    public async Task A_release_that_fails_is_tried_again_until_it_comes_through()
    {
        await using var agnt5 = await StartAsync();
        agnt5.FailStep("release:hotel", times: 5);
        var run = await agnt5.BookTrip(Trip);
        await run.RejectAsync();
        var start = agnt5.Now;

        Assert.Empty((await run.RunToEndAsync()).StillHeld);
        Assert.Empty(_travel.Held);
        Assert.Equal(TimeSpan.FromSeconds(2 + 4 + 8 + 16 + 32), agnt5.Now - start);
    }

    [Fact]
    public async Task A_part_that_cannot_be_released_is_reported_and_keeps_no_other_part()
    {
        await using var agnt5 = await StartAsync();
        agnt5.FailStep("release:hotel", times: 1, new NonRetryableException("The hotel is closed."));
        var run = await agnt5.BookTrip(Trip);
        await run.RejectAsync();

        Assert.Equal(["hotel"], (await run.RunToEndAsync()).StillHeld);
        Assert.Equal(["hotel"], _travel.Held);
        var report = Assert.Single(run.Journal, static happened => happened.Type == "trip.release_failed");
        Assert.Equal("The hotel is closed.", report.Data?.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_trip_that_is_asked_for_twice_is_booked_once()
    {
        await using var agnt5 = await StartAsync();
        var first = await agnt5.BookTrip(Trip);
        var second = await agnt5.BookTrip(Trip);

        await first.ApproveAsync();

        Assert.Equal("booked", (await second.OutputAsync()).Status);
        Assert.Equal(3, _travel.Calls.Count(static call => call.StartsWith("hold", StringComparison.Ordinal)));
    }

    internal static Action<IServiceCollection> With(ITravel travel) => services => services.AddSingleton(travel);

    private static (string, decimal) Of(TripResult result) => (result.Status, result.Total);

    private Task<LocalAgnt5> StartAsync() => LocalAgnt5.StartAsync(Agnt5Components.Catalog, With(_travel));
}
