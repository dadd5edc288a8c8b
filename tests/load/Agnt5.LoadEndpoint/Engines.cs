namespace Agnt5.LoadEndpoint;

public sealed record Item(int Number);

public sealed record Alarm(long UntilMs);

/// <summary>What is run under an engine. engines/restate.mjs does the same under another one.</summary>
public static class Engines
{
    [Workflow]
    public static async Task<int> AddThree(WorkflowContext ctx, Item item)
    {
        var one = await ctx.StepAsync("one", () => item.Number + 1);
        var two = await ctx.StepAsync("two", () => one + 1);
        return await ctx.StepAsync("three", () => two + 1);
    }

    /// <summary>Prints how late it wakes, in ms.</summary>
    [Workflow]
    public static async Task<long> Nap(WorkflowContext ctx, Alarm alarm)
    {
        await ctx.SleepUntilAsync(DateTimeOffset.FromUnixTimeMilliseconds(alarm.UntilMs), "nap");
        return await ctx.StepAsync("wake", () =>
        {
            var late = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - alarm.UntilMs;
            Console.WriteLine($"late {late}");
            return late;
        });
    }
}
