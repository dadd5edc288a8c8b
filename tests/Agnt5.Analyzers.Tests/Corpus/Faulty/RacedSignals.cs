// Two signals raced, where the platform waits for one at a time (after samples of Durable Task and Temporal).
public sealed record Claim(string Id);

public sealed record Approved(string By);

public sealed record Withdrawn(string Reason);

public static class RacedSignals
{
    /// <summary>Settles a claim.</summary>
    [Workflow]
    public static async Task<string> SettleClaim(WorkflowContext ctx, Claim claim)
    {
        var approved = ctx.WaitForSignalAsync<Approved>("approved");
        var withdrawn = ctx.WaitForSignalAsync<Withdrawn>("withdrawn");
        var expired = ctx.SleepAsync(TimeSpan.FromDays(30), "expiry");

        var first = await {|AGT4019:Task.WhenAny(approved, withdrawn, expired)|};
        if (first == approved)
            return $"{claim.Id}: approved by {(await approved).By}";
        return first == withdrawn ? $"{claim.Id}: withdrawn" : $"{claim.Id}: expired";
    }
}
