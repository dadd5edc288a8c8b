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

    [Workflow]
    public static async Task<int> ManyInLine(WorkflowContext ctx)
    {
        var count = 0;
        for (var i = 0; i < 1_001; i++)
            count += await ctx.StepAsync("do", static _ => Task.FromResult(1), new StepOptions { Key = $"{i}" });
        return count;
    }

    /// <summary>The first one decides, and replays decide too.</summary>
    [Workflow]
    public static async Task<string> FirstOfTwoWithAMistake(WorkflowContext ctx, [FromServices] Ledger ledger)
    {
        var first = await await Task.WhenAny(StepAsync(ctx, "sea"), StepAsync(ctx, "air"));
        await ledger.AddAsync("replay");
        await ctx.StepAsync("book", _ => Task.FromResult(first));
        if (ledger.Entries.Count > 1)
            await ctx.StepAsync("apologize", static _ => Task.CompletedTask);
        return await ctx.StepAsync("ship", _ => Task.FromResult(first));
    }

    /// <summary>Waits by the clock inside of its steps.</summary>
    [Workflow]
    public static async Task<string> WaitsInSteps(WorkflowContext ctx, [FromServices] TimeProvider time)
    {
        var answer = await ctx.StepAsync("call", async ct =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, limit.Token);
            return "in time";
        });
        var late = await ctx.StepAsync("call_late", async ct =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
            limit.CancelAfter(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromSeconds(30), time, limit.Token);
            await Task.Delay(TimeSpan.FromHours(1), time, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return limit.IsCancellationRequested ? "given up" : "too late";
        });
        var ticks = await ctx.StepAsync("poll", async ct =>
        {
            var until = time.GetUtcNow() + TimeSpan.FromSeconds(10);
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(3), time);
            var count = 0;
            while (time.GetUtcNow() < until && await timer.WaitForNextTickAsync(ct))
                count++;
            return count;
        });
        return $"{answer}, {late}, {ticks} ticks";
    }

    /// <summary>Hangs where a step ran twice.</summary>
    [Workflow]
    public static async Task<string> HangsAfterALoss(WorkflowContext ctx, [FromServices] Ledger ledger, [FromServices] Hangs hangs)
    {
        foreach (var key in (string[])["a", "b", "c"])
            await ctx.StepAsync("do", _ => ledger.AddAsync(key), new StepOptions { Key = key });
        if (ledger.Entries.Count > 3)
            await hangs.HangAsync();
        return "done";
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
