namespace Agnt5.Testing.Tests.Shop;

/// <summary>Which release of the code runs.</summary>
public sealed record Release(string Change);

/// <summary>A workflow that was changed since it was first deployed.</summary>
public sealed class Parcels(Release release)
{
    [Workflow]
    public async Task<string> SendParcel(WorkflowContext ctx, Order order)
    {
        var payment = await ctx.StepAsync(release.Change == "renamed" ? "pay" : "charge", _ => Task.FromResult($"paid {order.Total:0.00}"));
        if (release.Change != "removed")
            await LabelAsync(ctx, order);
        if (order.Total > (release.Change == "branched" ? 100 : 10) && !await ctx.AskApprovalAsync(release.Change == "reworded" ? "Really?" : $"Send {order.Id}?"))
            return "rejected";
        await ctx.SleepAsync(TimeSpan.FromDays(1), "cool_down");
        return release.Change == "other output" ? "sent" : $"{order.Id} {payment}";
    }

    private async Task LabelAsync(WorkflowContext ctx, Order order)
    {
        if (release.Change == "retyped")
            await ctx.StepAsync("label", static _ => Task.FromResult(7));
        else
            await ctx.StepAsync("label", _ => Task.FromResult($"label of {order.Id}"));
    }
}
