using Agnt5;

namespace TripBooking;

public sealed class TripWorkflows(ITravel travel)
{
    private static readonly string[] Parts = ["flight", "hotel", "car"];

    private static readonly TimeSpan TimeToDecide = TimeSpan.FromDays(2);

    // Longer than a person may think about it, so that nothing is gone when the answer is yes.
    private static readonly TimeSpan HoldTime = TimeSpan.FromDays(3);

    private static readonly StepOptions Booking = new() { MaxAttempts = 3 };

    // What is undone matters more than how long it takes: from 2 seconds to 10 minutes between two attempts, some two hours in all.
    private static readonly StepOptions Compensation = new() { MaxAttempts = 20, InitialInterval = TimeSpan.FromSeconds(2), MaxInterval = TimeSpan.FromMinutes(10) };

    /// <summary>Books all parts of a trip once a person agrees to the price, or none of them: what was held is released in reverse order.</summary>
    [Workflow]
    [Idempotency(KeyExpression = "input.id", TtlMs = 7 * 24 * 3_600_000)]
    public async Task<TripResult> BookTrip(WorkflowContext ctx, Trip trip)
    {
        var until = ctx.UtcNow + HoldTime;
        var held = new Stack<string>();
        string status, reason;
        try
        {
            var total = 0m;
            foreach (var part in Parts)
            {
                // Before the call, and not after it: a call that fails may have come through all the same.
                held.Push(part);
                var booking = await ctx.StepAsync("hold", ct => travel.HoldAsync(trip, part, until, ct), Booking with { Key = part });
                total += booking.Price;
            }

            var approval = await ctx.AskApprovalAsync($"Book {trip.City} for {trip.Traveller} at {total:0.00} euros?", timeout: TimeToDecide);
            if (approval)
            {
                foreach (var part in Parts)
                    await ctx.StepAsync("confirm", ct => travel.ConfirmAsync(trip.Id, part, ct), Booking with { Key = part });
                return new TripResult("booked", total, null, []);
            }

            (status, reason) = approval.IsTimedOut ? ("expired", "Nobody decided in time.") : ("rejected", "The price was not accepted.");
        }
        catch (StepFailedException failure)
        {
            (status, reason) = ("failed", failure.Message);
        }

        return new TripResult(status, 0, reason, await ReleaseAsync(ctx, trip, held));
    }

    /// <summary>
    /// Gives back trips whose holds are past their time. AGNT5 does not come back to a run that was cancelled or whose question ran out, so its own code cannot do it.
    /// </summary>
    /// <returns>How many parts were given back. A part that could not be is found again an hour later.</returns>
    [Workflow]
    [Cron("0 * * * *")]
    [Singleton]
    public async Task<int> ReleaseOverdue(WorkflowContext ctx)
    {
        var now = ctx.UtcNow;
        var overdue = await ctx.StepAsync("find", ct => travel.FindOverdueAsync(now, ct));
        var released = 0;
        foreach (var (tripId, part) in overdue)
            if (await TryReleaseAsync(ctx, tripId, part, Booking with { Key = $"{tripId}:{part}" }))
                released++;
        return released;
    }

    /// <summary>Releases the latest first.</summary>
    /// <returns>The parts that are still held.</returns>
    private async Task<List<string>> ReleaseAsync(WorkflowContext ctx, Trip trip, Stack<string> held)
    {
        var stillHeld = new List<string>();
        foreach (var part in held)
            if (!await TryReleaseAsync(ctx, trip.Id, part, Compensation with { Key = part }))
                stillHeld.Add(part);
        return stillHeld;
    }

    /// <summary>Releases a part, or tells the travel desk. A part that cannot be released keeps none of the others from being so.</summary>
    private async Task<bool> TryReleaseAsync(WorkflowContext ctx, string tripId, string part, StepOptions options)
    {
        try
        {
            await ctx.StepAsync("release", ct => travel.ReleaseAsync(tripId, part, ct), options);
            return true;
        }
        catch (StepFailedException failure)
        {
            await ctx.EmitAsync("trip.release_failed", new ReleaseFailed(tripId, part, failure.Message));
            return false;
        }
    }
}

/// <summary>Tells the travel desk that a part has to be released by hand.</summary>
public sealed record ReleaseFailed(string TripId, string Part, string Reason);
