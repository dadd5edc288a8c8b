using Agnt5.Local;
using Agnt5.Testing.Tests.Shop;

namespace Agnt5.Testing.Tests.Page;

// docs/testing.md quotes the code of this class.
public sealed class ShippingTests
{
    private static readonly Order Order = new("o-1", 12.50m);

    [Fact]
    public async Task An_order_is_shipped_once_it_is_approved_and_paid()
    {
        var payments = new FakePayments();
        await using var agnt5 = await LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddShop(payments));

        var run = await agnt5.ShipOrder(new Order("o-1", 12.50m));
        await run.ApproveAsync();
        await agnt5.AdvanceAsync(hours: 1);
        await run.SignalAsync("payment.settled", new Settlement("card"));

        Assert.Equal(new Receipt("o-1", "paid 12.50 by card"), await run.OutputAsync());
        Assert.Equal(["o-1"], payments.Charged);
    }

    [Fact]
    public async Task Nobody_decides_for_two_days()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);

        var question = await run.WaitForQuestionAsync();
        await agnt5.AdvanceAsync(days: 2);

        Assert.Equal("Ship order o-1?", question.Text);
        Assert.Equal("WAIT_TIMEOUT", (await run.FailureAsync()).Code);
    }

    [Fact]
    public async Task A_charge_that_fails_twice_is_made_once()
    {
        var payments = new FakePayments();
        await using var agnt5 = await LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddShop(payments));
        agnt5.FailStep("charge", times: 2, new HttpRequestException("The payment service is down."));

        var run = await agnt5.Charge(Order);

        Assert.Equal("paid 12.50", await run.RunToEndAsync());
        Assert.Equal([1, 1, 1], run.Steps.Select(static step => step.Attempt));
        Assert.Equal(["o-1"], payments.Charged);
    }

    [Fact]
    public async Task One_order_is_counted_in_a_minute()
    {
        await using var agnt5 = await StartAsync();

        var first = Assert.Single(await agnt5.PublishAsync("order.created", Order));
        var second = Assert.Single(await agnt5.PublishAsync("order.created", Order));

        Assert.Equal(LocalRunStatus.Completed, await first.WaitForEndAsync());
        Assert.Equal(LocalRunStatus.Queued, await second.WaitForRestAsync());
        await agnt5.AdvanceAsync(minutes: 1);
        Assert.Equal("o-1 at 08:01", await second.As<string>().OutputAsync());
    }

    [Fact]
    public async Task The_desk_looks_the_order_up()
    {
        var model = new ScriptedChatClient()
            .Calls("lookup_order", ("orderId", "o-1"))
            .Says("It left on Monday.");
        await using var agnt5 = await LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddShop(new FakePayments(), model));

        var run = await agnt5.Support("Where is my order o-1?", new LocalRunOptions { SessionId = "s-1" });

        Assert.Equal("It left on Monday.", await run.OutputAsync());
        Assert.Equal(2, model.Asked.Count);
    }

    [Fact]
    public async Task One_order_is_packed_at_a_time()
    {
        await using var agnt5 = await StartAsync();
        using var held = agnt5.HoldStep("pack");
        var first = await agnt5.Pack("o-1");
        var second = await agnt5.Pack("o-2");
        await held.WaitAsync();

        Assert.Equal(LocalRunStatus.Queued, second.Status);
        held.Release();
        Assert.Equal("o-2 packed", await second.OutputAsync());
    }

    [Fact]
    public async Task A_deployed_endpoint_describes_an_order()
    {
        await using var app = await DeployedShop.ServeAsync();
        var (url, secret) = (app.Urls.Single(), DeployedShop.Secret);
        await using var agnt5 = await LocalAgnt5.ConnectAsync(new Uri(url), secret, Agnt5Components.Catalog);

        Assert.StartsWith("2 of o-1", await agnt5.Describe(Order).OutputAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shipped_order_replays()
    {
        var payments = new FakePayments();
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);
        await run.RejectAsync();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        await run.SaveAsync(path);
        await LocalAgnt5.ReplayAsync(Agnt5Components.Catalog, path, services => services.AddShop(payments));

        Assert.Empty(payments.Charged);
        File.Delete(path);
    }

    [Fact]
    public async Task An_order_is_shipped_wherever_its_run_is_cut()
    {
        var report = await Explore.RunAsync(
            Agnt5Components.Catalog,
            agnt5 => agnt5.ShipOrder(new Order("o-1", 12.50m)),
            services => services.AddShop(new FakePayments()),
            new ExploreOptions().Signal("payment.settled", new Settlement("card")),
            run => Assert.Equal("paid 12.50 by card", run.Output.Payment));

        Assert.True(report.IsComplete, report.Text);
    }

    [Fact]
    public async Task An_order_is_charged_once_where_no_answer_is_lost()
    {
        await Explore.RunAsync(
            Agnt5Components.Catalog,
            agnt5 => agnt5.ShipOrder(Order),
            services => services.AddShop(new FakePayments()),
            new ExploreOptions { Cuts = ExploreCuts.EndSlice, MaxCuts = 5 }
                .Answer("Ship order o-1?", "reject")
                .FailStep("charge", times: 2),
            run => Assert.Equal(["o-1"], ((FakePayments)run.Service<IPayments>()).Charged));
    }

    private static Task<LocalAgnt5> StartAsync() => LocalAgnt5.StartAsync(Agnt5Components.Catalog, static services => services.AddShop(new FakePayments()));
}
