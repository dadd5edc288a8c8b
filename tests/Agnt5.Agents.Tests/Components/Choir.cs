using System.Globalization;

namespace Agnt5.Agents.Tests.Components;

/// <summary>Agents that need no model, and callers who decide how many of them are asked.</summary>
public sealed class Choir : IDisposable
{
    [Agent("singer", Model = "clever")]
    public async Task<string> Sing(AgentContext ctx, string message) => await ctx.StepAsync("sing", () => message);

    /// <summary>Sings as many verses as the message says.</summary>
    [Agent("soloist", Model = "clever")]
    public async Task<string> SingAlone(AgentContext ctx, string message)
    {
        for (var verse = 0; verse < int.Parse(message, CultureInfo.InvariantCulture); verse++)
            await ctx.StepAsync("verse", static () => { }, new StepOptions { Key = $"{verse}" });
        return "sung";
    }

    [Workflow("concert")]
    public static async Task<int> Concert(WorkflowContext ctx, int singers, bool inSessions)
    {
        await Task.WhenAll(Enumerable.Range(0, singers).Select(i => ctx.RunAgentAsync("singer", "la", new AgentCallOptions { SessionId = inSessions ? $"s{i}" : null })));
        return singers;
    }

    public void Dispose()
    {
    }
}
