public sealed class Orders(SemaphoreSlim gate)
{
    private readonly object _lock = new();

    [Workflow]
    public async Task Cleanup(WorkflowContext ctx)
    {
        {|AGT4011:using|} (var file = new MemoryStream())
        {
            await ctx.SleepAsync(TimeSpan.FromSeconds(1));
        }

        try
        {
            await ctx.AskAsync("Sure?");
        }
        {|AGT4011:finally|}
        {
            gate.Release();
        }

        {|AGT4011:using|} (var approval = new MemoryStream())
        {
            await ctx.AskApprovalAsync("Sure?");
        }

        using (var memory = new MemoryStream())
        {
            await ctx.StepAsync("write", ct => memory.WriteAsync(new byte[1], ct).AsTask());
        }

        try
        {
            await ctx.SleepAsync(TimeSpan.FromSeconds(2));
        }
        catch (OperationCanceledException)
        {
        }

        await Wait(ctx);
        lock (_lock)
        {
            gate.Release();
        }
    }

    private static async Task Wait(WorkflowContext ctx)
    {
        await ctx.YieldIfNeededAsync();
        {|AGT4011:using|} var stream = new MemoryStream();
        await Deeper(ctx);
    }

    private static Task Deeper(WorkflowContext ctx) => ctx.WaitForSignalAsync<int>("paid");

    [Agent]
    public async Task<string> Talk(AgentContext ctx, string message)
    {
        using (var memory = new MemoryStream())
        {
            await ctx.CallModelAsync([]);
            await ctx.EmitAsync("progress", memory.Length);
        }

        {|AGT4011:using|} (var memory = new MemoryStream())
        {
            await ctx.RunAgentAsync("billing", message);
        }

        try
        {
            return await ctx.RunAsync(message);
        }
        {|AGT4011:finally|}
        {
            gate.Release();
        }
    }

    [Workflow]
    public async Task Before(WorkflowContext ctx)
    {
        await ctx.SleepAsync(TimeSpan.FromSeconds(1));
        using var stream = new MemoryStream();
        await ctx.StepAsync("write", () => { });
    }
}
