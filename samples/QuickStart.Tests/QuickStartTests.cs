using Agnt5;
using Agnt5.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart.Tests;

public sealed class QuickStartTests
{
    private static readonly Order Order = new("o-1", ["tea", "coffee", "tea"]);

    [Fact]
    public async Task An_approved_order_is_shipped_an_hour_later()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);

        await run.ApproveAsync();
        await agnt5.AdvanceAsync(minutes: 59);
        Assert.DoesNotContain(run.Steps, static step => step.Key == "ship");
        await agnt5.AdvanceAsync(minutes: 1);

        Assert.Equal(new Shipment("o-1", "shipped"), await run.OutputAsync());
    }

    [Fact]
    public async Task A_rejected_order_is_not_shipped()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);

        await run.RejectAsync();

        Assert.Equal("rejected", (await run.OutputAsync()).Status);
        Assert.Empty(run.Steps);
    }

    [Fact]
    public async Task An_order_that_nobody_decides_on_ends_after_two_days()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);

        await agnt5.AdvanceAsync(days: 2);

        Assert.Equal("WAIT_TIMEOUT", (await run.FailureAsync()).Code);
    }

    [Fact]
    public async Task Each_article_is_priced_once()
    {
        await using var agnt5 = await StartAsync();

        var run = await agnt5.PriceOrder(Order);

        Assert.Equal(4.20m + 5.90m, (await run.OutputAsync()).Total);
        Assert.Equal(["price:tea", "price:coffee"], run.Steps.Select(static step => step.Key));
    }

    [Fact]
    public async Task An_article_that_nobody_sells_fails_with_its_name()
    {
        await using var agnt5 = await StartAsync();

        var run = await agnt5.PriceOrder(new Order("o-2", ["tee"]));

        Assert.Contains("no article is named 'tee'", (await run.FailureAsync()).Message, StringComparison.Ordinal);
    }

    // What needs nothing of AGNT5 is a method to call.
    [Fact]
    public async Task Greetings_and_taxes_are_plain_methods()
    {
        Assert.Equal("hello world", Greetings.Hello(null).Message);
        Assert.Equal(11.90m, Orders.AddTax(10m));
        Assert.Equal(4.20m, await new Orders(new PriceList()).LookupPriceAsync("tea", CancellationToken.None));
    }

    private static Task<LocalAgnt5> StartAsync() => LocalAgnt5.StartAsync(Agnt5Components.Catalog, static services => services.AddSingleton<IPriceList, PriceList>());
}
