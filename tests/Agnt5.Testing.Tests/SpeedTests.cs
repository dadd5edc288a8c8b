using System.Diagnostics;
using Agnt5.Testing.Tests.Shop;
using Xunit.Abstractions;

namespace Agnt5.Testing.Tests;

/// <summary>Tells what a test costs. Nothing is held to a time: the machine has other things to do.</summary>
public sealed class SpeedTests(ITestOutputHelper output)
{
    private const int Times = 200;

    [Fact]
    public async Task A_workflow_with_three_waits_is_tested_two_hundred_times()
    {
        await TestAsync();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();

        for (var i = 0; i < Times; i++)
            await TestAsync();

        var cpu = Process.GetCurrentProcess().TotalProcessorTime - before;
        output.WriteLine($"{watch.Elapsed.TotalMilliseconds / Times:0.00} ms a test, {cpu.TotalMilliseconds / Times:0.00} ms of CPU");
    }

    private static async Task TestAsync()
    {
        await using var agnt5 = await LocalAgnt5.StartAsync(Agnt5Components.Catalog, static services => services.AddShop(new FakePayments()));
        var run = await agnt5.ShipOrder(new Order("o-1", 12.5m));
        await run.ApproveAsync();
        await agnt5.AdvanceAsync(hours: 1);
        await run.SignalAsync("payment.settled", new Settlement("card"));
        Assert.Equal("paid 12.50 by card", (await run.OutputAsync()).Payment);
    }
}
