using System.Net.Http;

public interface IStore
{
    Task<string> LoadAsync(string id, CancellationToken cancellationToken = default);

    IAsyncEnumerable<string> ListAsync();
}

public sealed class Orders(IStore store, HttpClient http)
{
    [Function]
    public async Task<string> {|AGT1014:Load|}(string id) => await store.LoadAsync(id);

    [Function]
    public async Task<string> {|AGT1014:WithContext|}(FunctionContext ctx, string id)
    {
        ctx.Set("id", id);
        return (await http.GetStringAsync(id).ConfigureAwait(false)).Trim();
    }

    [Function]
    public async Task {|AGT1014:Both|}(string id)
    {
        var first = store.LoadAsync(id);
        await Task.WhenAll(first, store.LoadAsync(id + "2"));
    }

    [Function]
    public async Task {|AGT1014:Delays|}() => await Task.Delay(1000);

    [Function]
    public async Task<int> {|AGT1014:Lists|}()
    {
        var count = 0;
        await foreach (var order in store.ListAsync())
            count += order.Length;
        return count;
    }

    [Function]
    public async Task<string> {|AGT1014:TokenOfItsOwn|}(string id)
    {
        using var source = new CancellationTokenSource(1000);
        return await store.LoadAsync(id, source.Token);
    }

    [Workflow]
    public async Task<string> {|AGT1014:OutsideOfSteps|}(WorkflowContext ctx, string id)
    {
        await ctx.SleepAsync(TimeSpan.FromDays(1), "night");
        return await store.LoadAsync(id);
    }

    [Agent]
    public async Task<string> {|AGT1014:Talks|}(AgentContext ctx, string message) => await ctx.RunAsync(message + await store.LoadAsync(message));

    [Agent]
    public async Task<string> OnlyTalks(AgentContext ctx, string message)
    {
        var plan = await ctx.CallModelAsync([]);
        return await ctx.RunAsync(plan.Text + await ctx.RunAgentAsync("billing", message));
    }

    [Function]
    public async Task<string> Takes(string id, CancellationToken cancellationToken) => await store.LoadAsync(id, cancellationToken);

    [Function]
    public async Task<string> TakesAndIgnores(string id, CancellationToken? token = null) => await store.LoadAsync(id);

    [Function]
    public async Task<string> OfContext(FunctionContext ctx, string id) => await store.LoadAsync(id, ctx.CancellationToken);

    [Function]
    public async Task<string> GivesContextAway(FunctionContext ctx, string id) => await HelpAsync(ctx, id);

    [Function]
    public async Task NoTime()
    {
        await Task.Yield();
        await Task.CompletedTask;
        await Task.FromResult(1);
    }

    [Function]
    public Task<string> AwaitsNothing(string id) => store.LoadAsync(id);

    [Function]
    public async Task Emits(FunctionContext ctx, string id) => await ctx.EmitAsync("seen", id);

    [Workflow]
    public async Task<string> OnlyDurable(WorkflowContext ctx, string[] ids)
    {
        var first = ctx.StepAsync("first", () => store.LoadAsync("1", ctx.CancellationToken));
        await Task.WhenAll(ids.Select(id => ctx.StepAsync("load", ct => store.LoadAsync(id, ct), new StepOptions { Key = id })));
        await Task.WhenAny(first, ctx.SleepAsync(TimeSpan.FromDays(1), "night"));
        await HelpAsync(ctx, "1");
        return await first;

        async Task Local() => await ctx.YieldIfNeededAsync();
    }

    [Workflow]
    public async Task<string> StepsOnly(WorkflowContext ctx, string id) => await ctx.StepAsync("load", async () =>
    {
        await Task.Yield();
        return id;
    });

    [Workflow]
    public async Task<string> TokenOfStep(WorkflowContext ctx, string id)
    {
        await ctx.StepAsync("load", ct => store.LoadAsync(id, ct));
        return await store.LoadAsync(id);
    }

    public async Task<string> NoComponent(string id) => await store.LoadAsync(id);

    private static async Task<string> HelpAsync(ComponentContext context, string id)
    {
        await Task.Yield();
        return id + context.RunId;
    }
}
