// Helpers that make durable calls, and whose tasks nobody awaits.
public sealed record Trip(List<string> Stops);

public interface ITrips
{
    Task<string> BookAsync(string stop, CancellationToken cancellationToken);
}

public sealed class ForgottenHelpers(ITrips trips)
{
    /// <summary>Books stops.</summary>
    [Workflow]
    public async Task<int> BookStops(WorkflowContext ctx, Trip trip)
    {
        {|AGT4012:Book(ctx, "a")|};
        _ = {|AGT4012:BookLater(ctx, "b")|};
        var never = {|AGT4012:Book(ctx, "c")|};
        {|AGT4012:Task.WhenAll(Book(ctx, "d"), BookLater(ctx, "e"))|};
        _ = {|AGT4012:Task.WhenAny(ctx.StepAsync("f", ct => trips.BookAsync("f", ct)), Book(ctx, "g"))|};
        var kept = Book(ctx, "h");
        var both = Task.WhenAll(Book(ctx, "i"), BookLater(ctx, "j"));
        await BookLater(ctx, "k");
        await both;
        _ = Report(ctx, "booked");
        Queue(ctx, "l");
        return (await kept).Length;
    }

    /// <summary>Books a stop, and forgets another one.</summary>
    [Workflow]
    public Task<string> BookStop(WorkflowContext ctx, Trip trip)
    {
        {|AGT4012:Book(ctx, trip.Stops[0])|};
        return Book(ctx, trip.Stops[1]);
    }

    /// <summary>Books each stop in a function that nobody can await.</summary>
    [Workflow]
    public async Task BookEach(WorkflowContext ctx, Trip trip)
    {
        trip.Stops.ForEach(async stop => await {|AGT4012:ctx.StepAsync($"m-{stop}", ct => trips.BookAsync(stop, ct))|});
        await Task.WhenAll(trip.Stops.Select(async stop => await ctx.StepAsync($"n-{stop}", ct => trips.BookAsync(stop, ct))));
    }

    private readonly List<Task> _queued = [];

    private Task<string> Book(WorkflowContext ctx, string stop) => ctx.StepAsync($"book-{stop}", ct => trips.BookAsync(stop, ct));

    private async Task BookLater(WorkflowContext ctx, string stop)
    {
        await ctx.SleepAsync(TimeSpan.FromHours(1));
        await Book(ctx, stop);
    }

    private static async Task Report(WorkflowContext ctx, string text) => await ctx.EmitAsync("progress", text);

    private Task Queue(WorkflowContext ctx, string stop)
    {
        _queued.Add(ctx.StepAsync($"queued-{stop}", ct => trips.BookAsync(stop, ct)));
        return Task.CompletedTask;
    }
}
