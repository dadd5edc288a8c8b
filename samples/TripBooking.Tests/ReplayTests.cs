using Agnt5.Testing;

namespace TripBooking.Tests;

/// <summary>
/// A run that an earlier release made. It stands for the runs that are on their way when a new release is deployed. Delete the file to record it anew, once none of them is left.
/// </summary>
public sealed class ReplayTests
{
    private const string Path = "../../../Runs/rejected.json";

    [Fact]
    public async Task Trips_that_wait_for_an_answer_go_on_with_todays_code()
    {
        if (!File.Exists(Path))
            await RecordAsync();
        var travel = new RecordedTravel();

        await LocalAgnt5.ReplayAsync(Agnt5Components.Catalog, Path, BookTripTests.With(travel));

        Assert.Empty(travel.Calls);
    }

    private static async Task RecordAsync()
    {
        await using var agnt5 = await LocalAgnt5.StartAsync(Agnt5Components.Catalog, BookTripTests.With(new RecordedTravel()));
        var run = await agnt5.BookTrip(new Trip("t-1", "Ada", "Lisbon"));
        await run.RejectAsync();
        await run.WaitForEndAsync();
        await run.SaveAsync(Path);
    }
}
