// A monitor whose deadline is on the machine's clock and whose pauses share one name (after samples of Azure Durable Functions).
public sealed record Watch(string Host, int Hours);

public interface IProbes
{
    Task<bool> IsUpAsync(string host, CancellationToken cancellationToken);
}

public sealed class MonitorByWallClock(IProbes probes)
{
    /// <summary>Watches a host until it answers.</summary>
    [Workflow]
    public async Task<bool> WatchHost(WorkflowContext ctx, Watch watch)
    {
        var end = {|AGT4001:DateTime.UtcNow|}.AddHours(watch.Hours);
        var round = 0;
        while ({|AGT4001:DateTime.UtcNow|} < end)
        {
            var isUp = await ctx.StepAsync("probe", ct => probes.IsUpAsync(watch.Host, ct), new StepOptions { Key = $"{round++}" });
            if (isUp)
                return true;

            await ctx.SleepAsync(TimeSpan.FromMinutes(5), {|AGT4008:"pause"|});
        }

        return false;
    }
}
