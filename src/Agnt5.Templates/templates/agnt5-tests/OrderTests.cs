using Agnt5.Testing;
using EndpointNamespace;
using Microsoft.Extensions.DependencyInjection;
#if (agents)
using Microsoft.Extensions.AI;
#endif

namespace TestsNamespace;

public sealed class OrderTests
{
    private static readonly Order Breakfast = new("o-1", ["tea", "coffee"]);

    private readonly FakeWarehouse _warehouse = new();

    [Fact]
    public async Task An_approved_order_is_shipped_once_its_hour_is_over()
    {
        await using var agnt5 = await StartAsync();

        var run = await agnt5.ShipOrder(Breakfast);
        await run.ApproveAsync();
        await run.WaitForSleepAsync();
        Assert.Empty(_warehouse.Shipped);
        await agnt5.AdvanceAsync(hours: 1);

        Assert.Equal(new Shipment("o-1", "shipped", 3m), await run.OutputAsync());
        Assert.Equal(["o-1"], _warehouse.Shipped);
    }

    [Fact]
    public async Task A_rejected_order_stays_where_it_is()
    {
        await using var agnt5 = await StartAsync();

        var run = await agnt5.ShipOrder(Breakfast);
        await run.RejectAsync();

        Assert.Equal(new Shipment("o-1", "rejected", 3m), await run.OutputAsync());
        Assert.Empty(_warehouse.Shipped);
    }

    [Fact]
    public async Task A_model_can_look_up_a_price()
    {
        await using var agnt5 = await StartAsync();

        var call = await agnt5.LookupPrice("coffee");

        Assert.Equal(2m, await call.OutputAsync());
    }

    private Task<LocalAgnt5> StartAsync() => LocalAgnt5.StartAsync(Agnt5Components.Catalog, services =>
    {
        services.AddSingleton<IWarehouse>(_warehouse);
#if (agents)
        services.AddSingleton<IChatClient>(new ScriptedChatClient());
#endif
    });
}
