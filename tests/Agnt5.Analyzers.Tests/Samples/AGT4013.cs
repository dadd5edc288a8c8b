public static class Orders
{
    [Workflow]
    public static async Task Leave(WorkflowContext ctx)
    {
        await ctx.StepAsync("a", () => { }).{|AGT4013:ConfigureAwait|}(false);
        await Helper(ctx).{|AGT4013:ConfigureAwait|}(ConfigureAwaitOptions.None);
        await ctx.StepAsync("b", () => { }).ConfigureAwait(true);
        await Helper(ctx).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext);
        await ctx.StepAsync("c", async _ => await Task.Yield());
        await ctx.StepAsync("d", async _ => await Task.CompletedTask.ConfigureAwait(false));
    }

    private static async Task Helper(WorkflowContext ctx) => await ctx.SleepAsync(TimeSpan.FromSeconds(1)).{|AGT4013:ConfigureAwait|}(false);

    [Function]
    public static async Task Free() => await Task.CompletedTask.ConfigureAwait(false);
}
