using Agnt5.Testing.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing.Tests;

/// <summary>A failing test says what the run waits for, what to call, and what happened.</summary>
public sealed class ExplanationTests
{
    private static readonly Order Order = new("o-1", 12.5m);

    [Fact]
    public async Task A_run_that_waits_for_an_answer_says_so_instead_of_hanging()
    {
        await using var agnt5 = await StartAsync();
        agnt5.FailStep("charge", failure: new HttpRequestException("The payment service is down."));
        var run = await agnt5.ShipOrder(Order);
        await agnt5.AdvanceToNextAsync();

        Snapshot.Check("waits-for-an-answer", await Assert.ThrowsAsync<Agnt5TestException>(() => run.OutputAsync()), run);
        Snapshot.Check("sleeps-not", await Assert.ThrowsAsync<Agnt5TestException>(() => run.WaitForSleepAsync()), run);
    }

    [Fact]
    public async Task A_run_that_sleeps_says_how_to_move_the_clock()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);
        await run.ApproveAsync();

        Snapshot.Check("sleeps", await Assert.ThrowsAsync<Agnt5TestException>(() => run.OutputAsync()), run);
    }

    [Fact]
    public async Task A_run_that_no_time_can_end_says_what_signal_it_waits_for()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);
        await run.ApproveAsync();

        Snapshot.Check("waits-for-a-signal", await Assert.ThrowsAsync<Agnt5TestException>(() => run.RunToEndAsync()), run);
    }

    [Fact]
    public async Task A_failed_run_shows_its_attempts()
    {
        await using var agnt5 = await StartAsync();
        agnt5.FailStep("charge", times: 3, new HttpRequestException("The payment service is down."));
        var run = await agnt5.Charge(Order);

        Snapshot.Check("failed", await Assert.ThrowsAsync<Agnt5TestException>(() => run.RunToEndAsync()), run);
    }

    [Fact]
    public async Task A_run_in_line_says_what_it_stands_behind()
    {
        await using var agnt5 = await StartAsync();
        await agnt5.PublishAsync("order.created", Order, "e-1");
        var second = Assert.Single(await agnt5.PublishAsync("order.created", Order, "e-2"));

        Snapshot.Check("queued", await Assert.ThrowsAsync<Agnt5TestException>(() => second.WaitForEndAsync()), second);
    }

    [Fact]
    public async Task Code_that_hangs_is_named()
    {
        var begun = new TaskCompletionSource();
        var options = new Agnt5TestOptions { RealTimeLimit = TimeSpan.FromMilliseconds(200) };
        await using var agnt5 = await LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddShop(new FakePayments()).AddSingleton(begun), options);
        var run = await agnt5.Hang();
        await begun.Task;

        Snapshot.Check("hangs", await Assert.ThrowsAsync<Agnt5TestException>(() => run.OutputAsync()), run);
    }

    private static Task<LocalAgnt5> StartAsync() =>
        LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddShop(new FakePayments()));
}
