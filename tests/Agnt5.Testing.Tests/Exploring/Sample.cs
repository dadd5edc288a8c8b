namespace Agnt5.Testing.Tests.Exploring;

/// <summary>Workflows whose schedules can be counted.</summary>
public static class Sample
{
    [Workflow]
    public static async Task<string> ThreeSideBySide(WorkflowContext ctx) => string.Concat(await Task.WhenAll(StepAsync(ctx, "a"), StepAsync(ctx, "b"), StepAsync(ctx, "c")));

    [Workflow]
    public static async Task<string> ThreeInLine(WorkflowContext ctx) => await StepAsync(ctx, "a") + await StepAsync(ctx, "b") + await StepAsync(ctx, "c");

    /// <summary>The first one decides, as it is meant to.</summary>
    [Workflow]
    public static async Task<string> FirstOfTwo(WorkflowContext ctx)
    {
        var first = await await Task.WhenAny(StepAsync(ctx, "sea"), StepAsync(ctx, "air"));
        return await ctx.StepAsync($"book_{first}", _ => Task.FromResult(first));
    }

    [Workflow]
    public static async Task<string> TenInLine(WorkflowContext ctx)
    {
        var all = "";
        for (var i = 0; i < 10; i++)
            all += await StepAsync(ctx, $"{i}");
        return all;
    }

    /// <summary>A step that gives something else each time, as it may.</summary>
    [Workflow]
    public static async Task<string> IdOfAStep(WorkflowContext ctx)
    {
        var id = await ctx.StepAsync("make_id", static _ => Task.FromResult(Guid.NewGuid().ToString()));
        return await ctx.StepAsync("use_id", _ => Task.FromResult($"used {id}"));
    }

    /// <summary>Waits for what is not durable.</summary>
    [Workflow]
    public static async Task<string> WaitsForNothing(WorkflowContext ctx, [FromServices] TaskCompletionSource<string> never)
    {
        await StepAsync(ctx, "a");
        return await never.Task;
    }

    private static Task<string> StepAsync(WorkflowContext ctx, string key) => ctx.StepAsync("do", _ => Task.FromResult(key), new StepOptions { Key = key });
}
