using Agnt5.Local;
using Agnt5.Testing.Tests.Shop;

namespace Agnt5.Testing.Tests;

/// <summary>A run that is held in a step is at work for as long as the test wants.</summary>
public sealed class HoldTests
{
    [Fact]
    public async Task Another_run_waits_for_its_turn_while_one_is_at_work()
    {
        await using var agnt5 = await StartAsync();
        using var held = agnt5.HoldStep("pack");
        var first = await agnt5.Pack("o-1");
        var second = await agnt5.Pack("o-2");

        Assert.Equal([first.Id], (await held.WaitAsync()).Select(static run => run.Id));
        Assert.Equal((LocalRunStatus.Running, LocalRunStatus.Queued), (first.Status, await second.WaitForRestAsync()));
        var failure = await Assert.ThrowsAsync<Agnt5TestException>(() => first.OutputAsync());
        held.Release();

        Assert.Equal(("o-1 packed", "o-2 packed"), (await first.OutputAsync(), await second.OutputAsync()));
        Assert.StartsWith("The run has not ended. The test holds it in step 'pack'.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_beside_a_held_one_go_on()
    {
        await using var agnt5 = await StartAsync();
        using var held = agnt5.HoldStep("half:left");
        var run = await agnt5.Halves();

        await held.WaitAsync();

        Assert.Equal(["half:right", "after:right"], run.Steps.Select(static step => step.Key));
        held.Release();
        Assert.Equal("left right", await run.OutputAsync());
    }

    [Fact]
    public async Task A_run_is_cancelled_in_the_middle_of_a_step()
    {
        await using var agnt5 = await StartAsync();
        using var held = agnt5.HoldStep("pack");
        var run = await agnt5.Pack("o-1");
        await held.WaitAsync();

        await run.CancelAsync();
        var next = await agnt5.Pack("o-2");
        held.Release();

        Assert.Equal(LocalRunStatus.Cancelled, await run.WaitForEndAsync());
        Assert.Equal("o-2 packed", await next.OutputAsync());
    }

    [Fact]
    public async Task A_step_that_no_run_comes_to_is_no_reason_to_hang()
    {
        await using var agnt5 = await StartAsync();

        await Assert.ThrowsAsync<Agnt5TestException>(() => agnt5.HoldStep("pakc").WaitAsync());
    }

    private static Task<LocalAgnt5> StartAsync() => LocalAgnt5.StartAsync(
        Agnt5Components.Catalog, static services => services.AddShop(new FakePayments()));
}
