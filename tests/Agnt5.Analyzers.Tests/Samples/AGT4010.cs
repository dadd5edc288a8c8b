public sealed class Orders
{
    [Workflow]
    public async Task Nested(WorkflowContext ctx, int[] items)
    {
        await ctx.StepAsync("outer", async _ =>
        {
            await {|AGT4010:ctx.StepAsync|}("inner", () => { });
            await {|AGT4010:ctx.SleepAsync|}(TimeSpan.FromSeconds(1));
            await {|AGT4010:ctx.AskAsync|}("Sure?");
            await {|AGT4010:ctx.WaitForSignalAsync<int>|}("paid");
            await {|AGT4010:ctx.TryWaitForSignalAsync<int>|}("paid");
            await {|AGT4010:ctx.TryAskAsync|}("Sure?");
            await {|AGT4010:ctx.TryAskManyAsync|}("Which?", Question.MultiSelect("a"));
            await {|AGT4010:ctx.AskApprovalAsync|}("Sure?");
            await {|AGT4010:ctx.YieldIfNeededAsync|}();
            await Pause(ctx);
            await ctx.EmitAsync("progress", 1);
        });
        await ctx.StepAsync("local", Local);
        Func<CancellationToken, Task> body = async _ => await {|AGT4010:ctx.SleepAsync|}(TimeSpan.FromSeconds(2));
        await ctx.StepAsync("variable", body);
        await Task.WhenAll(items.Select(async item =>
        {
            await ctx.StepAsync($"item-{item}", () => { });
            await ctx.SleepAsync(TimeSpan.FromSeconds(1));
        }));
        await ctx.StepAsync("without", _ => Fetch(null));
        await Around(() => ctx.SleepAsync(TimeSpan.FromSeconds(3)));

        async Task Local() => await {|AGT4010:ctx.SleepAsync|}(TimeSpan.FromSeconds(4));
    }

    [Workflow]
    public static Task<string> Asked(WorkflowContext ctx) => ctx.StepAsync("ask", () => {|AGT4010:ctx.RunAgentAsync|}("support", "hello"));

    private static async Task Fetch(WorkflowContext? ctx)
    {
        if (ctx is not null)
            await ctx.SleepAsync(TimeSpan.FromSeconds(6));
    }

    private static Task Pause(WorkflowContext ctx) => {|AGT4010:ctx.SleepAsync|}(TimeSpan.FromSeconds(5));

    private static async Task Around(Func<Task> body) => await body();
}

public sealed class Desk
{
    private AgentContext? _ctx;

    [Agent(InstructionsMethod = nameof(Instructions))]
    public async Task<string> Answer(AgentContext ctx, string message)
    {
        _ctx = ctx;
        await ctx.StepAsync("draft", async () =>
        {
            await {|AGT4010:ctx.CallModelAsync|}([]);
            await ctx.EmitAsync("progress", 1);
            return await {|AGT4010:ctx.RunAsync|}(message);
        });
        var function = Microsoft.Extensions.AI.AIFunctionFactory.Create(async () => await {|AGT4010:ctx.RunAgentAsync|}("billing", message));
        return await ctx.RunAsync(message, new AgentRunOptions { Functions = [function] });
    }

    // It runs as a step, whoever writes it.
    public async Task<string> Instructions(FunctionContext ctx) => await Ask();

    private Task<string> Ask() => _ctx!.{|AGT4010:RunAsync|}("What are the instructions?");
}
