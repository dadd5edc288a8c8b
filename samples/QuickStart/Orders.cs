using Agnt5;

namespace QuickStart;

/// <summary>A customer's order.</summary>
/// <param name="Id">The order's id, for example o-1.</param>
/// <param name="Items">The articles that were ordered, for example tea.</param>
public sealed record Order(string Id, IReadOnlyList<string> Items);

/// <summary>What an order costs.</summary>
/// <param name="OrderId">The order's id.</param>
/// <param name="Total">The sum of all prices, in euros.</param>
public sealed record Receipt(string OrderId, decimal Total);

/// <summary>The components around orders. The class is constructed from the services of each invocation.</summary>
public sealed class Orders(IPriceList prices)
{
    /// <summary>Prices an order: one step per article, so that a retry asks for no price twice.</summary>
    [Workflow("price_order")]
    public async Task<Receipt> PriceOrder(WorkflowContext ctx, Order order)
    {
        var total = 0m;
        foreach (var item in order.Items.Distinct())
            total += await ctx.StepAsync("price", ct => prices.FindAsync(item, ct), new StepOptions { Key = item });

        ctx.Logger.LogInformation("Order {OrderId} costs {Total}", order.Id, total);
        return new Receipt(order.Id, total);
    }

    /// <summary>Looks up the price of an article, in euros.</summary>
    /// <param name="article">The article's name, for example tea.</param>
    [Tool]
    public Task<decimal> LookupPriceAsync(string article, CancellationToken cancellationToken) => prices.FindAsync(article, cancellationToken);

    /// <summary>Adds value-added tax to a price.</summary>
    /// <param name="price">The price without tax.</param>
    /// <param name="percent">The tax rate.</param>
    [Function]
    public static decimal AddTax(decimal price, int percent = 19) => price + (price * percent / 100);
}
