// Eternal workflow: work, sleep, and again (after samples of Azure Durable Functions).
using Microsoft.Extensions.Logging;

public sealed record CleanupSettings(string Bucket, int Hours);

public interface IBuckets
{
    Task<int> RemoveOldAsync(string bucket, DateTimeOffset before, CancellationToken cancellationToken);
}

public sealed class PeriodicCleanup(IBuckets buckets)
{
    /// <summary>Removes old files every few hours, for as long as the run lives.</summary>
    [Workflow]
    public async Task CleanUp(WorkflowContext ctx, CleanupSettings settings)
    {
        var round = 0;
        while (true)
        {
            round++;
            var before = ctx.UtcNow - TimeSpan.FromDays(30);
            var removed = await ctx.StepAsync("remove_old", ct => buckets.RemoveOldAsync(settings.Bucket, before, ct), new() { Key = $"round-{round}" });
            ctx.Logger.LogInformation("Round {Round}: {Removed} files are gone", round, removed);

            await ctx.SleepAsync(TimeSpan.FromHours(settings.Hours));
        }
    }
}
