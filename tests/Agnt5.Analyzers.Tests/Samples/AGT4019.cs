public static class Orders
{
    [Workflow]
    public static async Task Race(WorkflowContext ctx)
    {
        var paid = ctx.WaitForSignalAsync<int>("paid");
        var cancelled = ctx.WaitForSignalAsync<int>("cancelled");
        await {|AGT4019:Task.WhenAny|}(paid, cancelled);
        await {|AGT4019:Task.WhenAny|}([ctx.AskAsync("Sure?"), ctx.WaitForSignalAsync<string>("answer")]);
        await {|AGT4019:Task.WhenAny|}(ctx.AskApprovalAsync("Sure?"), ctx.TryWaitForSignalAsync<string>("verdict"));
        var reply = ctx.WaitForSignalAsync<int>("reply");
        await Task.WhenAny(reply, ctx.SleepAsync(TimeSpan.FromDays(1)));
        await Task.WhenAny(ctx.StepAsync("a", () => 1), ctx.StepAsync("b", () => 2));
        await Task.WhenAll(ctx.AskAsync("One?"), ctx.AskAsync("Two?"));
    }
}
