// Retries by hand: after a caught failure the same step may be tried again (after samples of Durable Task).
using Microsoft.Extensions.Logging;

public sealed record Delivery(string Parcel, string Address);

public interface ICourier
{
    Task<string> PickUpAsync(Delivery delivery, CancellationToken cancellationToken);
}

public sealed class CarefulRetry(ICourier courier)
{
    /// <summary>Finds a courier, with longer and longer pauses between the tries.</summary>
    [Workflow]
    public async Task<string?> Deliver(WorkflowContext ctx, Delivery delivery)
    {
        var pause = TimeSpan.FromMinutes(1);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            try
            {
                return await ctx.StepAsync("pick_up", ct => courier.PickUpAsync(delivery, ct), new StepOptions { Key = $"attempt-{attempt}" });
            }
            catch (StepFailedException failure) when (failure.ErrorType != nameof(ArgumentException))
            {
                ctx.Logger.LogWarning("Attempt {Attempt} failed: {Message}", attempt, failure.Message);
            }

            await ctx.SleepAsync(pause);
            pause += pause;
        }

        return null;
    }
}
