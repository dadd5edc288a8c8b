using System.Diagnostics;
using Agnt5.Testing.Tests.Shop;
using Xunit.Abstractions;

namespace Agnt5.Testing.Tests.Exploring;

/// <summary>Tells what an exploration costs. Nothing is held to a time: the machine has other things to do. <c>AGNT5_SCHEDULES=20000</c> plays more.</summary>
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_workflow_of_ten_steps_is_explored_in_a_thousand_schedules()
    {
        var schedules = int.TryParse(Environment.GetEnvironmentVariable("AGNT5_SCHEDULES"), out var wanted) ? wanted : 1_000;
        await ExploreAsync(200);
        var before = Process.GetCurrentProcess().TotalProcessorTime;

        var report = await ExploreAsync(schedules);

        output.WriteLine($"{report}\n{(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / schedules:0.000} ms of CPU a schedule");
        Assert.Equal(schedules, report.Schedules);
    }

    private static Task<ExploreReport> ExploreAsync(int schedules) => Explore.RunAsync(
        Agnt5Components.Catalog, static agnt5 => agnt5.TenInLine(), static services => services.AddShop(new FakePayments()), new ExploreOptions { MaxSchedules = schedules, MaxCuts = 10 });
}
