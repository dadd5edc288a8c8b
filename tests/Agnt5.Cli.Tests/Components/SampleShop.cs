namespace Agnt5.Cli.Tests.Components;

/// <summary>Components of the sample that <c>smoke</c> invokes, beside the order that is shipped (<see cref="PageShop"/>).</summary>
public static class SampleShop
{
    [Workflow]
    public static string Hello(string? name) => $"hello {name ?? "world"}";

    [Workflow]
    public static async Task<decimal> PriceOrder(WorkflowContext ctx, PageOrder order)
    {
        var total = 0m;
        foreach (var item in order.Items.Distinct())
            total += await ctx.StepAsync("price", () => (decimal)item.Length, new StepOptions { Key = item });
        return total;
    }
}
