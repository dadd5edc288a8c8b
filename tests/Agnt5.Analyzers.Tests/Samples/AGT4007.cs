public static class Policies
{
    public static readonly StepOptions Slow = new() { MaxAttempts = 3 };

    public static StepOptions Keyed { get; } = new() { Key = "again" };
}

public static class Orders
{
    [Workflow]
    public static async Task Shared(WorkflowContext ctx, string id)
    {
        var local = Policies.Slow with { Key = id };
        await ctx.StepAsync("a", () => { }, Policies.Slow);
        await ctx.StepAsync({|AGT4007:"a"|}, () => { });
        await ctx.StepAsync("a", () => { }, Policies.Keyed);
        await ctx.SleepAsync(TimeSpan.FromSeconds(1), {|AGT4007:"a:again"|});
        await ctx.StepAsync("a", () => { }, local);
        await ctx.StepAsync({|AGT4007:"a"|}, () => { }, new StepOptions { Key = id, MaxAttempts = 2 });
        await ctx.StepAsync("a", () => { }, Policies.Slow with { Key = id + "2" });
        var waiting = ctx.StepAsync("b", () => { });
        await Task.WhenAny(waiting, ctx.SleepAsync(TimeSpan.FromSeconds(1)));
        if (waiting.IsFaulted)
            await ctx.StepAsync("b", () => { });
    }

    private const string Charge = "charge";

    [Workflow]
    public static async Task Straight(WorkflowContext ctx, string id)
    {
        await ctx.StepAsync("charge", () => { });
        await ctx.StepAsync({|AGT4007:Charge|}, () => { });
        await ctx.StepAsync("charge", () => { }, new StepOptions { Key = "again" });
        await ctx.SleepAsync(TimeSpan.FromSeconds(1), {|AGT4007:"charge:again"|});
        await ctx.WaitForSignalAsync<int>("paid");
        await ctx.WaitForSignalAsync<int>({|AGT4007:"paid"|}, step: "paid");
        await ctx.WaitForSignalAsync<int>("paid", step: "second");
        await ctx.TryWaitForSignalAsync<int>({|AGT4007:"paid"|}, step: "second");
        await ctx.StepAsync("paid", () => { });
        await ctx.SleepAsync(TimeSpan.FromSeconds(1));
        await ctx.SleepAsync(TimeSpan.FromSeconds(1));
        await ctx.StepAsync("unkeyed", () => { });
        await ctx.StepAsync({|AGT4007:"unkeyed"|}, () => { }, new() { Key = null });
        await ctx.StepAsync("keyed", () => { }, new StepOptions { Key = id });
        await ctx.StepAsync("keyed", () => { }, new StepOptions { Key = id + "-2" });
        await ctx.AskAsync("Sure?");
        await ctx.AskAsync("Sure?");
    }

    [Agent]
    public static async Task<string> Talk(AgentContext ctx, string message, string other)
    {
        await ctx.CallModelAsync([], key: "plan");
        await ctx.CallModelAsync([], key: {|AGT4007:"plan"|});
        await ctx.CallModelAsync([]);
        await ctx.CallModelAsync([], key: null);
        await ctx.StepAsync("plan", () => { });
        await ctx.RunAgentAsync("billing", message, new AgentCallOptions { Key = "plan" });
        await ctx.RunAgentAsync("billing", message, new() { Key = {|AGT4007:"plan"|} });
        await ctx.RunAgentAsync("billing", message, new() { SessionId = message, Key = "plan" });
        await ctx.RunAgentAsync("billing", message, new() { SessionId = message, Key = "plan" });
        await ctx.RunAgentAsync("billing", message);
        await ctx.RunAgentAsync("billing", message);
        await ctx.RunAgentAsync("billing", message, new() { Key = null });
        await ctx.RunAgentAsync(other, message, new() { Key = "plan" });
        await ctx.RunAsync(message);
        return await ctx.RunAsync(message);
    }

    [Workflow]
    public static async Task Branches(WorkflowContext ctx, bool express, [FromServices] StepOptions options)
    {
        if (express)
            await ctx.StepAsync("ship", () => { });
        else
            await ctx.StepAsync("ship", () => { });
        if (express)
            return;
        await ctx.StepAsync("ship", () => { });
        try
        {
            await ctx.StepAsync("bill", () => { });
        }
        catch (StepFailedException)
        {
            await ctx.StepAsync("bill", () => { });
        }

        await ctx.StepAsync("open", () => { }, options);
        await ctx.StepAsync({|AGT4007:"open"|}, () => { }, options);
        await Task.WhenAll(ctx.StepAsync("both", () => { }), ctx.StepAsync({|AGT4007:"both"|}, () => { }));
        switch (express)
        {
            case true:
                await ctx.StepAsync("case", () => { });
                break;
            default:
                await ctx.StepAsync("case", () => { });
                await ctx.StepAsync({|AGT4007:"case"|}, () => { });
                break;
        }
    }
}
