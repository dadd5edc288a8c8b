using Agnt5;

namespace EndpointNamespace;

/// <summary>What a customer orders.</summary>
/// <param name="Id">The order's id, for example o-1.</param>
/// <param name="Items">The articles, for example tea.</param>
public sealed record Order(string Id, IReadOnlyList<string> Items);

/// <summary>How an order ended.</summary>
/// <param name="OrderId">The order's id.</param>
/// <param name="Status">shipped or rejected.</param>
/// <param name="Total">The sum of all prices, in euros.</param>
public sealed record Shipment(string OrderId, string Status, decimal Total);

/// <summary>The components around orders. The class is constructed from the services of each invocation.</summary>
public sealed class Orders(IWarehouse warehouse)
{
    /// <summary>Prices an order, asks a person, lets the order cool down for an hour, and ships it.</summary>
    [Workflow]
    public async Task<Shipment> ShipOrder(WorkflowContext ctx, Order order)
    {
        // Whatever must happen once is a step. When the run goes on after a wait, this method runs again from the top, and a step returns what it has recorded.
        var total = await ctx.StepAsync("price", async ct =>
        {
            var sum = 0m;
            foreach (var item in order.Items)
                sum += await warehouse.FindPriceAsync(item, ct);
            return sum;
        });

        // No process waits for the answer, and none for the hour.
        if (!await ctx.AskApprovalAsync($"Ship order {order.Id} for {total} euros?"))
            return new Shipment(order.Id, "rejected", total);

        await ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down");
        await ctx.StepAsync("ship", ct => warehouse.ShipAsync(order, ct));
        return new Shipment(order.Id, "shipped", total);
    }

    /// <summary>Looks up the price of an article, in euros.</summary>
    /// <param name="article">The article's name, for example tea.</param>
    [Tool]
    public Task<decimal> LookupPrice(string article, CancellationToken cancellationToken) => warehouse.FindPriceAsync(article, cancellationToken);
}
