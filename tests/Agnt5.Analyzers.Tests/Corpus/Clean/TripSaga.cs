// Saga: compensations are collected and run backwards (after samples of Temporal).
public sealed record Trip(string Id, string Traveller);

public sealed record Booking(string Kind, string Number);

public interface ITravel
{
    Task<string> BookAsync(string kind, Trip trip, CancellationToken cancellationToken);

    Task CancelAsync(string kind, string number, CancellationToken cancellationToken);
}

public sealed class TripSaga(ITravel travel)
{
    /// <summary>Books car, hotel and flight, or nothing.</summary>
    [Workflow("book_trip")]
    public async Task<List<Booking>> RunAsync(WorkflowContext ctx, Trip trip)
    {
        var bookings = new List<Booking>();
        var undo = new Stack<Func<Task>>();
        try
        {
            foreach (var kind in new[] { "car", "hotel", "flight" })
            {
                undo.Push(() => CancelAsync(ctx, bookings, kind));
                var number = await ctx.StepAsync($"book_{kind}", ct => travel.BookAsync(kind, trip, ct));
                bookings.Add(new(kind, number));
            }

            return bookings;
        }
        catch (StepFailedException)
        {
            while (undo.TryPop(out var compensate))
                await compensate();
            throw;
        }
    }

    private async Task CancelAsync(WorkflowContext ctx, List<Booking> bookings, string kind)
    {
        if (bookings.Find(booking => booking.Kind == kind) is { } booked)
            await ctx.StepAsync($"cancel_{kind}", ct => travel.CancelAsync(kind, booked.Number, ct));
    }
}
