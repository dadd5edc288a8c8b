namespace Agnt5.Cli.Tests.Components;

/// <summary>An order of docs/cli.md.</summary>
public sealed record PageOrder(string Id, IReadOnlyList<string> Items);

/// <summary>The components that docs/cli.md speaks of.</summary>
public static class PageShop
{
    [Workflow]
    public static async Task<string> ShipOrder(WorkflowContext ctx, PageOrder order)
    {
        if (!await ctx.AskApprovalAsync($"Ship order {order.Id}?"))
            return "rejected";
        await ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down");
        await ctx.WaitForSignalAsync<PageSettlement>("customer.called");
        return "shipped";
    }

    [Workflow]
    public static async Task<decimal> Checkout(WorkflowContext ctx, PageOrder order)
    {
        await ctx.AskApprovalAsync($"Buy {order.Id}?");
        return (await ctx.WaitForSignalAsync<PageSettlement>("payment.settled")).Amount;
    }

    [Function]
    public static decimal AddTax(decimal price) => price * 1.19m;
}

/// <summary>What a customer paid.</summary>
public sealed record PageSettlement(decimal Amount);
