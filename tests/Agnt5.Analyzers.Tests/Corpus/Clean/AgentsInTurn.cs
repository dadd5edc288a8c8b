// Several agents get one question under one key: calls of different agents share no keys (after samples of agent frameworks).
public sealed class AgentsInTurn
{
    private static readonly string[] Panel = ["billing", "legal", "support"];

    /// <summary>Asks each agent of a panel.</summary>
    [Workflow]
    public async Task<string> AskPanel(WorkflowContext ctx, string question)
    {
        var answers = new List<string>();
        foreach (var agent in Panel)
            answers.Add(await ctx.RunAgentAsync(agent, question, new AgentCallOptions { Key = "panel" }));
        foreach (var agent in Panel)
            answers.Add(await ctx.RunAgentAsync(agent, question));
        var again = await Task.WhenAll(Panel.Select(agent => ctx.RunAgentAsync(agent, question, new AgentCallOptions { Key = "again" })));
        await Task.WhenAll(from agent in Panel select ctx.RunAgentAsync(agent, question, new AgentCallOptions { Key = "third" }));
        return string.Join("\n", answers.Concat(again));
    }
}
