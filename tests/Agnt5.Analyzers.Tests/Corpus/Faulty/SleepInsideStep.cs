// Waiting inside of steps (after samples of Inngest and Restate).
public sealed record Backup(string Volume);

public interface IVolumes
{
    Task<string> SnapshotAsync(string volume, CancellationToken cancellationToken);

    Task<bool> IsReadyAsync(string snapshot, CancellationToken cancellationToken);
}

public sealed class SleepInsideStep(IVolumes volumes)
{
    /// <summary>Takes a snapshot and waits for it.</summary>
    [Workflow]
    public async Task<string> TakeSnapshot(WorkflowContext ctx, Backup backup)
    {
        var snapshot = await ctx.StepAsync("snapshot", async ct =>
        {
            var id = await volumes.SnapshotAsync(backup.Volume, ct);
            await {|AGT4010:ctx.SleepAsync(TimeSpan.FromMinutes(1))|};
            return id;
        });

        await ctx.StepAsync("confirm", ct => ConfirmAsync(ctx, snapshot, ct));
        return snapshot;
    }

    private async Task ConfirmAsync(WorkflowContext ctx, string snapshot, CancellationToken cancellationToken)
    {
        if (await volumes.IsReadyAsync(snapshot, cancellationToken))
            await {|AGT4010:ctx.AskAsync($"Keep {snapshot}?", Question.Approval)|};
    }
}
