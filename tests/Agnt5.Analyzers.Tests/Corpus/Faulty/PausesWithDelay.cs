// Pauses with Task.Delay and Thread.Sleep in place of a durable sleep (after the code constraints of Azure Durable Functions).
public sealed record Campaign(string Name, List<string> Recipients);

public interface ISender
{
    Task SendAsync(string recipient, string campaign, CancellationToken cancellationToken);
}

public sealed class PausesWithDelay(ISender sender)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Sends a campaign, slowly.</summary>
    [Workflow]
    public async Task Send(WorkflowContext ctx, Campaign campaign)
    {
        {|AGT4003:Thread.Sleep(100)|};
        foreach (var recipient in campaign.Recipients)
        {
            await ctx.StepAsync("send", ct => sender.SendAsync(recipient, campaign.Name, ct), new StepOptions { Key = recipient });
            await {|AGT4003:Task.Delay(Pause, ctx.CancellationToken)|};
        }

        await {|AGT4003:Task.Delay(TimeSpan.FromDays(1))|};
        await ctx.EmitAsync("campaign.sent", campaign.Name);
    }
}
