using System.Globalization;
using Microsoft.Extensions.AI;

namespace Agnt5.Benchmarks.Conversing;

/// <summary>The agents that are measured.</summary>
public static partial class Agents
{
    /// <summary>Counts on.</summary>
    /// <param name="number">Where to begin.</param>
    [Tool("count")]
    public static int Count(int number) => number + 1;

    /// <summary>The loop: a model call and a tool call in turns.</summary>
    [Agent("loop", Model = "free", Tools = [nameof(Count)], MaxIterations = 1000)]
    public static partial Task<string> Loop(AgentContext ctx, string message);

    /// <summary>The loop alone: its model asks for an unknown tool, and is told that there is no such tool.</summary>
    [Agent("bare_loop", Model = "free", Tools = ["loop"], MaxIterations = 1000)]
    public static partial Task<string> BareLoop(AgentContext ctx, string message);

    /// <summary>Model calls alone.</summary>
    [Agent("calls", Model = "free", MaxIterations = 1000)]
    public static async Task<string> Call(AgentContext ctx, string message)
    {
        ChatMessage[] conversation = [new(ChatRole.User, message)];
        var count = int.Parse(message, CultureInfo.InvariantCulture);
        for (var i = 1; i < count; i++)
            await ctx.CallModelAsync(conversation);
        return (await ctx.CallModelAsync(conversation)).Text;
    }
}
