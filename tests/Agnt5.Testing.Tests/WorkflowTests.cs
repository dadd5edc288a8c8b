using Agnt5.Local;
using Agnt5.Testing.Tests.Shop;

namespace Agnt5.Testing.Tests;

/// <summary>Tests as users write them.</summary>
public sealed class WorkflowTests
{
    private static readonly Order Order = new("o-1", 12.5m);

    private readonly FakePayments _payments = new();

    [Fact]
    public async Task A_workflow_goes_through_its_waits_to_its_output()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);

        var question = await run.WaitForQuestionAsync();
        await run.ApproveAsync();
        var sleep = await run.WaitForSleepAsync();
        await agnt5.AdvanceAsync(hours: 1);
        var wait = await run.WaitForSignalWaitAsync();
        await run.SignalAsync("payment.settled", new Settlement("card"));

        Assert.Equal(new Receipt("o-1", "paid 12.50 by card"), await run.OutputAsync());
        Assert.Equal(("Ship order o-1?", "approval", 0), (question.Text, question.InputType, question.Number));
        Assert.Equal(["approve", "reject"], question.Options);
        Assert.Equal(agnt5.Now, sleep.Until);
        Assert.Equal("payment.settled", wait.Name);
        Assert.Equal(["o-1"], _payments.Charged);
        Assert.Contains(run.Journal, static happened => happened.Type == "order.shipped");
        Assert.Equal("shipping o-1", run.Logs.Single(static line => line.Category == "Agnt5.Components.ship_order").Message);
    }

    [Fact]
    public async Task A_rejected_order_is_not_shipped()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);

        await run.RejectAsync();

        Assert.Equal("rejected", (await run.OutputAsync()).Payment);
    }

    [Fact]
    public async Task Time_that_passes_fails_a_question_that_nobody_answers()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);

        await agnt5.AdvanceAsync(days: 2);

        Assert.Equal("WAIT_TIMEOUT", (await run.FailureAsync()).Code);
    }

    [Fact]
    public async Task A_sleep_is_skipped_without_moving_the_clock()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);
        var start = agnt5.Now;

        await run.ApproveAsync();
        await run.SkipSleepAsync();
        await run.WaitForSignalWaitAsync();

        Assert.Equal(start, agnt5.Now);
    }

    [Fact]
    public async Task A_step_that_fails_twice_is_tried_again_when_its_time_has_come()
    {
        await using var agnt5 = await StartAsync();
        agnt5.FailStep("charge", times: 2, new HttpRequestException("The payment service is down."));
        var run = await agnt5.ShipOrder(Order);

        Assert.Equal("charge", (await run.WaitForSleepAsync()).Name);
        while (run.Pause is not TestQuestion)
            await agnt5.AdvanceToNextAsync();

        Assert.Equal([typeof(HttpRequestException), typeof(HttpRequestException), null], run.Steps.Select(static step => step.Failure?.GetType()));
        Assert.Equal([1, 2, 3], run.Steps.Select(static step => step.Attempt));
        Assert.Equal(["o-1"], _payments.Charged);
    }

    [Fact]
    public async Task A_run_that_failed_is_tried_again_by_its_policy()
    {
        await using var agnt5 = await StartAsync();
        agnt5.FailStep("charge", times: 2);
        var run = await agnt5.Charge(Order);
        var start = agnt5.Now;

        Assert.Equal(LocalRunStatus.RetryDelayed, await run.WaitForRestAsync());
        Assert.Equal("paid 12.50", await run.RunToEndAsync());
        Assert.Equal(TimeSpan.FromMinutes(2), agnt5.Now - start);
    }

    [Fact]
    public async Task A_function_takes_its_parameters_and_the_clock_of_the_test()
    {
        await using var agnt5 = await StartAsync();

        var run = await agnt5.Describe(Order, 3);

        Assert.Equal("3 of o-1  at 08:00", await run.OutputAsync());
    }

    [Fact]
    public async Task An_event_starts_runs_that_a_throttle_holds_back()
    {
        await using var agnt5 = await StartAsync();

        var first = Assert.Single(await agnt5.PublishAsync("order.created", Order, "e-1"));
        var second = Assert.Single(await agnt5.PublishAsync("order.created", Order, "e-2"));
        Assert.Empty(await agnt5.PublishAsync("order.created", Order, "e-2"));

        Assert.Equal("o-1 at 08:00", await first.As<string>().OutputAsync());
        Assert.Equal(LocalRunStatus.Queued, await second.WaitForRestAsync());
        await agnt5.AdvanceAsync(minutes: 1);
        Assert.Equal("o-1 at 08:01", await second.As<string>().OutputAsync());
        Assert.Equal([first.Id, second.Id], agnt5.Runs.Select(static run => run.Id));
    }

    [Fact]
    public async Task A_cancelled_run_has_ended()
    {
        await using var agnt5 = await StartAsync();
        var run = await agnt5.ShipOrder(Order);

        await run.CancelAsync("too late");

        Assert.Equal(LocalRunStatus.Cancelled, await run.WaitForEndAsync());
    }

    private Task<LocalAgnt5> StartAsync(Agnt5TestOptions? options = null) =>
        LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddShop(_payments), options);
}
