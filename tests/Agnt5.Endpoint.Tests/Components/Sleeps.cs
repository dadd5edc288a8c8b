namespace Agnt5.Endpoint.Tests.Components;

public sealed class Sleeps(Gates gates)
{
    [Workflow]
    public static async Task<string> Nap(WorkflowContext ctx, long ticks, string? name)
    {
        await ctx.SleepAsync(TimeSpan.FromTicks(ticks), name);
        return "awake";
    }

    [Workflow]
    public static async Task<string> NapAgain(WorkflowContext ctx)
    {
        await ctx.SleepAsync(TimeSpan.FromSeconds(1));
        await ctx.SleepAsync(TimeSpan.FromSeconds(1));
        await ctx.SleepAsync(TimeSpan.FromSeconds(2));
        await ctx.SleepAsync(TimeSpan.FromSeconds(1));
        return "awake";
    }

    [Workflow]
    public static async Task<string> NapUntil(WorkflowContext ctx, IReadOnlyList<long> timesMs, string? name)
    {
        foreach (var timeMs in timesMs)
            await ctx.SleepUntilAsync(DateTimeOffset.FromUnixTimeMilliseconds(timeMs), name);
        return "awake";
    }

    /// <summary>Sleeps while a step of another branch runs.</summary>
    [Workflow]
    public async Task<string> NapBesideAStep(WorkflowContext ctx)
    {
        var step = ctx.StepAsync("slow", ct => gates.PassAsync("slow", ct));
        var nap = ctx.SleepAsync(TimeSpan.FromSeconds(5), "nap");
        var first = await Task.WhenAny(step, nap) == nap ? "nap" : "step";
        await ctx.StepAsync("after", () => gates.PassAsync("after"));
        await step;
        return first;
    }
}
