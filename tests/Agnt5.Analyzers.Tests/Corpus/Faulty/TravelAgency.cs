// Booking with several habits from ordinary services at once (after samples of several frameworks).
using System.Globalization;

public sealed record Journey(string Traveller, string City, int Nights);

public sealed record Itinerary(string Reference, List<string> Bookings, string Printed);

public interface IAgency
{
    Task<string> BookAsync(string kind, string city, CancellationToken cancellationToken);

    Task CancelAsync(string booking, CancellationToken cancellationToken);
}

public sealed class TravelAgency(IAgency agency)
{
    /// <summary>Books a journey.</summary>
    [Workflow]
    public async Task<Itinerary?> BookJourney(WorkflowContext ctx, Journey journey)
    {
        var reference = $"{journey.Traveller}-{{|AGT4002:Random.Shared.Next(10_000)|}}";
        var bookings = new List<string>();
        try
        {
            foreach (var kind in new[] { "flight", "hotel" })
                bookings.Add(await ctx.StepAsync({|AGT4008:"book"|}, ct => agency.BookAsync(kind, journey.City, ct)));
        }
        catch (StepFailedException)
        {
            foreach (var booking in bookings)
                await ctx.StepAsync($"cancel_{booking}", ct => agency.CancelAsync(booking, ct));
            return null;
        }

        await {|AGT4003:Task.Delay(500)|};
        var printed = string.Format({|AGT4006:CultureInfo.CurrentCulture|}, "{0} nights", journey.Nights);
        return new(reference, bookings, printed);
    }
}
