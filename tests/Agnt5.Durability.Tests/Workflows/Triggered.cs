using Agnt5.Durability.Tests.Platform;

namespace Agnt5.Durability.Tests.Workflows;

public sealed record PlacedOrder(string Id, int Total);

/// <summary>Workflows that events start, whose input comes in the gateway's envelope with every slice.</summary>
public sealed class Triggered(World world)
{
    /// <summary>Takes what it needs from the payload and from the event, before and after it was suspended.</summary>
    [Workflow]
    [OnEvent("order.placed", Filter = nameof(IsLarge))]
    public async Task<string> PriceOrder(WorkflowContext ctx, PlacedOrder order)
    {
        world.Note($"{order} by {ctx.Trigger?.Id} at {ctx.Trigger?.Time:O}");
        var priced = await world.StepAsync(ctx, "do_price", ctx.Trigger?.Id);
        await ctx.SleepAsync(TimeSpan.FromHours(1), "cool down");
        await world.TellAsync(ctx, $"{order.Id} is priced");
        return $"{priced}, {await world.StepAsync(ctx, "do_bill", order.Id)}";
    }

    internal static bool IsLarge(PlacedOrder order) => order.Total > 100;
}
