using Agnt5;

namespace OrderComponents;

/// <summary>A customer's order.</summary>
/// <param name="Id">The order's id, for example o-1.</param>
/// <param name="Items">The articles that were ordered.</param>
public sealed record Order(string Id, IReadOnlyList<string> Items);

/// <summary>What became of an order.</summary>
/// <param name="OrderId">The order's id.</param>
/// <param name="Total">The sum of all prices, in euros.</param>
/// <param name="Status">Priced, shipped or rejected.</param>
public sealed record Receipt(string OrderId, decimal Total, string Status);

/// <summary>The components around orders. The class is constructed from the services of each invocation.</summary>
public sealed class Orders(IPriceList prices)
{
    /// <summary>Greets a person.</summary>
    /// <param name="name">Person to greet.</param>
    [Function]
    public static string Greet(string name) => $"hello {name}";

    /// <summary>Looks up the price of an article, in euros.</summary>
    /// <param name="article">The article's name, for example tea.</param>
    [Tool]
    public Task<decimal> LookupPriceAsync(string article, CancellationToken cancellationToken) => prices.FindAsync(article, cancellationToken);

    /// <summary>Prices an order: all articles at once, each in a step of its own, so that a retry asks for no price twice.</summary>
    [Workflow]
    public async Task<Receipt> PriceOrder(WorkflowContext ctx, Order order)
    {
        var found = await Task.WhenAll(order.Items.Distinct().Select(item =>
            ctx.StepAsync("price", ct => prices.FindAsync(item, ct), new StepOptions { Key = item })));
        return new Receipt(order.Id, found.Sum(), "priced");
    }

    /// <summary>Ships an order once a person agrees, an hour later.</summary>
    [Workflow]
    public async Task<Receipt> ShipOrder(WorkflowContext ctx, Order order)
    {
        var receipt = await PriceOrder(ctx, order);
        if (!await ctx.AskApprovalAsync($"Ship order {order.Id} for {receipt.Total} euros?", timeout: TimeSpan.FromDays(2)))
            return receipt with { Status = "rejected" };
        await ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down");
        return receipt with { Status = "shipped" };
    }
}
