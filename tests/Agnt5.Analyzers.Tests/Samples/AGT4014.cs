public static class Orders
{
    [Workflow]
    public static async Task<int> Block(WorkflowContext ctx, int[] items)
    {
        await ctx.StepAsync("z", () => 1);
        var first = ctx.StepAsync("a", () => 1).{|AGT4014:Result|};
        ctx.SleepAsync(TimeSpan.FromSeconds(1)).{|AGT4014:Wait|}();
        var second = ctx.StepAsync("b", () => 1).GetAwaiter().{|AGT4014:GetResult|}();
        var c = ctx.StepAsync("c", () => 1);
        var d = ctx.StepAsync("d", () => 1);
        {|AGT4014:Task.WaitAll|}(c, d);
        var tasks = items.Select(item => ctx.StepAsync($"item-{item}", () => item)).ToArray();
        await Task.WhenAll(tasks);
        var sum = tasks.Sum(task => task.Result);
        foreach (var task in tasks)
            sum += task.Result;
        var e = ctx.StepAsync("e", () => 1);
        var f = ctx.StepAsync("f", () => 1);
        var both = new[] { e, f };
        await Task.WhenAll(both);
        var all = Task.WhenAll(ctx.StepAsync("g", () => 1), e);
        await all;
        sum += e.Result + f.Result + (f is { Result: 1 } ? 1 : 0);
        await c;
        var winner = await Task.WhenAny(c, d);
        return first + second + sum + tasks[0].Result + c.Result + winner.Result + await ctx.StepAsync("h", () => Task.FromResult(1).Result);
    }

    [Function]
    public static int Free() => Task.FromResult(1).Result;
}
