#pragma warning disable CS4014
public static class Orders
{
    [Workflow]
    public static async Task Forgotten(WorkflowContext ctx)
    {
        {|AGT4012:ctx.StepAsync|}("a", () => { });
        _ = {|AGT4012:ctx.SleepAsync|}(TimeSpan.FromSeconds(1));
        var unused = {|AGT4012:ctx.AskAsync|}("Sure?");
        {|AGT4012:ctx.AskApprovalAsync|}("Sure?");
        _ = {|AGT4012:ctx.TryAskAsync|}("Sure?");
        _ = {|AGT4012:ctx.TryWaitForSignalAsync<int>|}("paid");
        {|AGT4012:ctx.YieldIfNeededAsync|}();
        {|AGT4012:ctx.StepAsync|}("f", () => { }).ConfigureAwait(true);
        ctx?.{|AGT4012:StepAsync|}("g", () => { });
        Task dropped;
        dropped = ctx!.{|AGT4012:StepAsync|}("h", () => { });
        ctx.EmitAsync("progress", 1);
        var kept = ctx.StepAsync("b", () => 1);
        var tasks = new List<Task> { ctx.StepAsync("c", () => { }) };
        tasks.Add(ctx.StepAsync("d", () => { }));
        await Task.WhenAll(tasks);
        await kept;
        await Returned(ctx);
        Func<Task> later = () => ctx.SleepAsync(TimeSpan.FromSeconds(1));
        await later();
    }

    [Agent]
    public static async Task<string> Talk(AgentContext ctx, string message)
    {
        {|AGT4012:ctx.RunAsync|}(message);
        {|AGT4012:ctx.CallModelAsync|}([]);
        _ = {|AGT4012:ctx.RunAgentAsync<int>|}("billing", message);
        ctx.EmitAsync("progress", 1);
        var both = new[] { ctx.RunAgentAsync("billing", message), ctx.RunAgentAsync("support", message) };
        return string.Concat(await Task.WhenAll(both));
    }

    private static Task Returned(WorkflowContext ctx) => ctx.StepAsync("e", () => { });
}
