using System.Text.Json;
using Agnt5.Local;
using Agnt5.Testing.Tests.Shop;

namespace Agnt5.Testing.Tests;

/// <summary>The same tests against an endpoint that is reached over HTTP.</summary>
public sealed class ConnectTests
{
    [Fact]
    public async Task A_deployed_endpoint_is_tested_by_the_same_methods()
    {
        await using var app = await DeployedShop.ServeAsync();
        await using var agnt5 = await LocalAgnt5.ConnectAsync(new Uri(app.Urls.Single()), DeployedShop.Secret, Agnt5Components.Catalog);

        var run = await agnt5.ShipOrder(new Order("o-1", 12.5m));
        await run.RejectAsync();

        Assert.Equal(new Receipt("o-1", "rejected"), await run.OutputAsync());
        Assert.Equal(["charge"], run.Steps.Select(static step => step.Key));
    }

    [Fact]
    public async Task Its_sleeps_are_skipped()
    {
        await using var app = await DeployedShop.ServeAsync();
        await using var agnt5 = await LocalAgnt5.ConnectAsync(new Uri(app.Urls.Single()), DeployedShop.Secret, Agnt5Components.Catalog);
        var run = await agnt5.ShipOrder(new Order("o-1", 12.5m));
        await run.ApproveAsync();
        await run.SkipSleepAsync();
        await run.SignalAsync("payment.settled", new Settlement("card"));
        var other = await agnt5.ShipOrder(new Order("o-2", 1));
        await other.ApproveAsync();
        await other.SignalAsync("payment.settled", new Settlement("cash"));

        Assert.Equal("paid 12.50 by card", (await run.OutputAsync()).Payment);
        Assert.Equal("paid 1.00 by cash", (await other.RunToEndAsync()).Payment);
    }

    [Fact]
    public async Task Its_clock_is_not_the_tests()
    {
        await using var app = await DeployedShop.ServeAsync();
        await using var agnt5 = await LocalAgnt5.ConnectAsync(new Uri(app.Urls.Single()), DeployedShop.Secret);
        var run = await agnt5.StartAsync(ComponentType.Workflow, "ship_order", JsonOf("""{"id":"o-1","total":12.5}"""));
        await run.ApproveAsync();

        Assert.Contains("cannot be moved", (await Assert.ThrowsAsync<Agnt5TestException>(() => agnt5.AdvanceAsync(hours: 1))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be moved", (await Assert.ThrowsAsync<Agnt5TestException>(() => run.OutputAsync())).Message, StringComparison.Ordinal);
        Assert.Throws<Agnt5TestException>(() => agnt5.FailStep("charge"));
    }

    [Fact]
    public async Task Another_secret_is_refused()
    {
        await using var app = await DeployedShop.ServeAsync();
        await using var agnt5 = await LocalAgnt5.ConnectAsync(new Uri(app.Urls.Single()), "another secret of thirty-two bytes.", Agnt5Components.Catalog);

        Assert.Equal(LocalRunStatus.Failed, await (await agnt5.Choose()).WaitForEndAsync());
    }

    private static JsonElement JsonOf(string json) => JsonDocument.Parse(json).RootElement;
}
