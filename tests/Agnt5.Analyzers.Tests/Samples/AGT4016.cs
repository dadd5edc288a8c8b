public static class Loops
{
    [Workflow]
    public static async Task<int> Spin(WorkflowContext ctx, int[] items, int max)
    {
        var count = 0;
        {|AGT4016:while|} (count < max)
            count++;
        {|AGT4016:for|} (var i = 0; i < max; i++)
            count += Square(i);
        {|AGT4016:do|}
        {
            count--;
        }
        while (count > 0);
        for (var i = 0; i < 10; i++)
            count++;
        for (var i = 0; i < items.Length; i++)
            count++;
        foreach (var item in items)
            count += item;
        while (count < max)
            count += await ctx.StepAsync($"add-{count}", () => 1);
        while (count < max)
        {
            count++;
            await ctx.YieldIfNeededAsync();
        }

        while (count < max)
            count += await Add(ctx, count);
        var pending = new List<Task<int>> { ctx.StepAsync("first", () => 1), ctx.StepAsync("second", () => 2) };
        while (pending.Count > 0)
            pending.Remove(await Task.WhenAny(pending));
        Func<Task>? undo = () => ctx.StepAsync("undo", () => { });
        while (undo is { } next)
        {
            await next();
            undo = null;
        }

        return await ctx.StepAsync("spin", () =>
        {
            var left = max;
            while (left > 0)
                left--;
            return left;
        });
    }

    [Agent]
    public static async Task<string> Talk(AgentContext ctx, string message)
    {
        {|AGT4016:while|} (message.Length < 1000)
            message += message;
        while (message.Contains('?'))
            message = await ctx.RunAsync(message);
        while (message.Contains('!'))
            message = (await ctx.CallModelAsync([])).Text;
        return message;
    }

    private static int Square(int value) => value * value;

    private static Task<int> Add(WorkflowContext ctx, int count) => ctx.StepAsync($"more-{count}", () => 1);
}
