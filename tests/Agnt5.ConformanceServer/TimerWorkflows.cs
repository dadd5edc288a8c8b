using System.Text.Json.Serialization;

namespace Agnt5.ConformanceServer;

public sealed record Done([property: JsonPropertyName("done")] bool IsDone);

public static class TimerWorkflows
{
    private const long DefaultMs = 60_000;

    [Workflow]
    public static async Task<Done> Delayed(WorkflowContext ctx, long? ms)
    {
        await ctx.StepAsync("fetch", Draft.Write);
        await ctx.SleepAsync(TimeSpan.FromMilliseconds(ms ?? DefaultMs), "wait");
        return new Done(true);
    }

    [Workflow]
    public static async Task<Done> UnnamedSleep(WorkflowContext ctx, long? ms)
    {
        await ctx.SleepAsync(TimeSpan.FromMilliseconds(ms ?? DefaultMs));
        return new Done(true);
    }
}
