using System.Collections.Concurrent;

namespace Agnt5.LocalLoad;

/// <summary>What is run: as little as there can be, and three steps.</summary>
public sealed record Item(int Number);

public sealed record Alarm(long UntilMs);

public static class Work
{
    [Function]
    public static int Double(Item item) => item.Number * 2;

    [Workflow]
    public static async Task<int> AddThree(WorkflowContext ctx, Item item)
    {
        var one = await ctx.StepAsync("one", () => item.Number + 1);
        var two = await ctx.StepAsync("two", () => one + 1);
        return await ctx.StepAsync("three", () => two + 1);
    }

    /// <summary>How late each nap woke, in ms.</summary>
    public static ConcurrentBag<long> Late { get; } = [];

    [Workflow]
    public static async Task<long> Nap(WorkflowContext ctx, Alarm alarm)
    {
        await ctx.SleepUntilAsync(DateTimeOffset.FromUnixTimeMilliseconds(alarm.UntilMs), "nap");
        return await ctx.StepAsync("wake", () =>
        {
            var late = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - alarm.UntilMs;
            Late.Add(late);
            return late;
        });
    }
}
