// Components whose attributes stand on the declaring part, as a team writes them that keeps contracts and code apart.
using System.Net.Http;

public sealed record Claim(string Id, decimal Amount);

public static partial class ClaimFlows
{
    /// <summary>Settles a claim.</summary>
    [Workflow("settle_claim")]
    public static partial Task<string> Settle(WorkflowContext ctx, Claim claim);

    private static partial string Reference(Claim claim);
}

public static partial class ClaimFlows
{
    public static async partial Task<string> Settle(WorkflowContext ctx, Claim claim)
    {
        var opened = {|AGT4001:DateTimeOffset.UtcNow|};
        await ctx.StepAsync("assess", () => claim.Amount * 0.8m).{|AGT4013:ConfigureAwait|}(false);
        await {|AGT4003:Task.Delay|}(TimeSpan.FromSeconds(5));
        return $"{Reference(claim)} {opened:O}";
    }

    private static partial string Reference(Claim claim) => $"{claim.Id}-{{|AGT4002:Guid.NewGuid|}():N}";
}

/// <summary>Answers questions about claims.</summary>
public sealed partial class ClaimDesk(HttpClient http)
{
    [Agent("claim_desk", Model = "anthropic/claude", Instructions = "Answer briefly.")]
    public partial Task<string> Answer(AgentContext ctx, string message);

    private partial string Office { get; }

    [Function]
    public partial Task<string> Archive(string id);
}

public sealed partial class ClaimDesk
{
    public partial Task<string> Answer(AgentContext ctx, string message) => ctx.RunAsync($"{message} (office {Office})");

    private partial string Office => {|AGT4006:Environment.MachineName|};

    public async partial Task<string> {|AGT1014:Archive|}(string id) => await http.GetStringAsync($"https://archive.example/{id}");
}
