using Agnt5.Agents.Tests.Hosting;

namespace Agnt5.Agents.Tests.Components;

/// <summary>What to count.</summary>
public sealed record CountRequest(int Count, string Topic);

/// <summary>Agents that ask agents which fail in all ways.</summary>
public sealed partial class Office(Diary diary)
{
    [Agent("counter", Model = "clever", Description = "Counts topics.")]
    public async Task<string> Count(AgentContext ctx, CountRequest request) => await ctx.RunAsync($"{request.Count} {request.Topic}");

    [Agent("clumsy", Model = "clever", Description = "Drops things.")]
    public static Task<string> Drop(AgentContext ctx, string message) => throw new InvalidOperationException("it fell");

    [Agent("boss", Model = "clever", Tools = ["counter", "clumsy", "support", "reader"])]
    public static partial Task<string> Boss(AgentContext ctx, string message);

    [Agent("ping", Model = "clever", Description = "Asks pong.", Tools = ["pong"], MaxIterations = 20)]
    public static partial Task<string> Ping(AgentContext ctx, string message);

    [Agent("pong", Model = "clever", Description = "Asks ping.", Tools = ["ping"], MaxIterations = 20)]
    public static partial Task<string> Pong(AgentContext ctx, string message);

    [Agent("sleeper", Model = "clever", Description = "Sleeps over it.")]
    public static async Task<string> SleepOverIt(AgentContext ctx, string message)
    {
        await ctx.SleepAsync(TimeSpan.FromMinutes(1), "doze");
        await ctx.StepAsync("wake", new Action(static () => throw new InvalidOperationException("bad dreams")));
        return "rested";
    }

    [Agent("patient", Model = "clever", Tools = ["break", "refund", "sleeper"], ToolErrors = ToolErrorHandling.FailTurn)]
    public async Task<string> Patient(AgentContext ctx, string message)
    {
        try
        {
            return await ctx.RunAsync(message);
        }
        catch (StepFailedException failure)
        {
            diary.Write($"caught {failure.Message}");
        }

        await ctx.SleepAsync(TimeSpan.FromHours(1), "calm");
        return await ctx.RunAsync("again");
    }

    [Agent("numberer", Model = "clever")]
    public static Task<string> Number(AgentContext ctx, string message) => Task.FromResult($"{ctx.NewGuid()} {ctx.Random.Next()}");

    [Agent("careful", Model = "clever")]
    public static async Task<string> BeCareful(AgentContext ctx, string message)
    {
        try
        {
            await ctx.StepAsync("pack", new Action(static () => throw new InvalidOperationException("no box")), new StepOptions { Key = "7" });
            return "packed";
        }
        catch (StepFailedException failure)
        {
            await ctx.SleepAsync(TimeSpan.FromHours(1), "think");
            return failure.StepKey;
        }
    }

    [Agent("hasty", Model = "clever")]
    public static Task<string> Hurry(AgentContext ctx, string message) => ctx.StepAsync("hurry", () => ctx.RunAsync(message));

    [Agent("relay", Model = "clever", Description = "Asks the desk.")]
    public static Task<string> Relay(AgentContext ctx, string message) => ctx.RunAgentAsync("thrifty", message, new AgentCallOptions { SessionId = "desk" });

    [Workflow]
    public static async Task<string> RelayTwice(WorkflowContext ctx) => $"{await ctx.RunAgentAsync("relay", "one")} {await ctx.RunAgentAsync("relay", "two")}";

    [Workflow]
    public static async Task<string> AskThriftyTwice(WorkflowContext ctx)
    {
        var one = await ctx.RunAgentAsync("thrifty", "one", new AgentCallOptions { SessionId = "desk" });
        var two = await ctx.RunAgentAsync("thrifty", "two", new AgentCallOptions { SessionId = "desk" });
        return $"{one} {two}";
    }

    [Agent("badge", Model = "clever", Description = "Shows its session.")]
    public static Task<string> ShowBadge(AgentContext ctx, string message) => Task.FromResult($"{ctx.SessionId} {ctx.Metadata["component_type"]} {ctx.Metadata["component_name"]}");

    [Workflow]
    public static async Task<string[]> AskForBadges(WorkflowContext ctx)
    {
        var first = await ctx.RunAgentAsync("badge", "one");
        await ctx.SleepAsync(TimeSpan.FromHours(1), "break");
        return [first, await ctx.RunAgentAsync("badge", "two"), await ctx.RunAgentAsync("badge", "three", new AgentCallOptions { Key = "own" }), ctx.Metadata["component_name"]];
    }
}
