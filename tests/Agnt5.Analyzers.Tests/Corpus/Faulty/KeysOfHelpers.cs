// Helpers with constant keys that a run calls twice: methods, local functions, extensions and lambdas.
public interface ITill
{
    Task<int> ChargeAsync(int cents, CancellationToken cancellationToken);
}

public static class TillSteps
{
    public static Task<int> OpenTill(this WorkflowContext ctx) => ctx.StepAsync({|AGT4007:"open"|}, () => 1);

    public static Task<int> Named(this WorkflowContext ctx, string name) => ctx.StepAsync($"named:{name}", () => 1);
}

public sealed class KeysOfHelpers(ITill till)
{
    /// <summary>Calls a method twice.</summary>
    [Workflow]
    public async Task<int> Twice(WorkflowContext ctx, int cents)
    {
        await this.Charge(ctx, cents);
        await ctx.StepAsync("between", () => 1);
        return await this.Charge(ctx, cents);
    }

    /// <summary>Calls an extension twice.</summary>
    [Workflow]
    public async Task Extension(WorkflowContext ctx)
    {
        await ctx.OpenTill();
        await ctx.OpenTill();
        await ctx.Named("a");
        await ctx.Named("b");
        await ctx.Named({|AGT4007:"a"|});
    }

    /// <summary>Passes one key twice.</summary>
    [Workflow]
    public async Task SameKey(WorkflowContext ctx)
    {
        const string First = "first";
        await Keyed(ctx, First);
        await Keyed(ctx, "second");
        await Keyed(ctx, {|AGT4007:First|});
    }

    /// <summary>Calls a local function and a lambda twice.</summary>
    [Workflow]
    public async Task Functions(WorkflowContext ctx)
    {
        Func<Task> count = () => ctx.StepAsync({|AGT4007:"count"|}, () => 1);
        await Close();
        await count();
        await Close();
        await count();

        async Task Close() => await ctx.StepAsync({|AGT4007:"close"|}, () => 1);
    }

    /// <summary>Uses a name that a helper uses as well, two calls further down.</summary>
    [Workflow]
    public async Task Deep(WorkflowContext ctx)
    {
        await ctx.StepAsync("audit", () => 1);
        await Report(ctx);
    }

    /// <summary>Starts one helper twice side by side.</summary>
    [Workflow]
    public async Task SideBySide(WorkflowContext ctx) => await Task.WhenAll(Weigh(ctx), Weigh(ctx));

    private async Task<int> Charge(WorkflowContext ctx, int cents)
    {
        if (cents == 0)
            ctx.Set("free", true);
        return await ctx.StepAsync({|AGT4007:"charge"|}, ct => till.ChargeAsync(cents, ct));
    }

    private static Task<int> Keyed(WorkflowContext ctx, string key) => ctx.StepAsync("keyed", () => 1, new StepOptions { Key = key });

    private static async Task Report(WorkflowContext ctx) => await Audit(ctx);

    private static async Task Audit(WorkflowContext ctx) => await ctx.StepAsync({|AGT4007:"audit"|}, () => 2);

    private static Task<int> Weigh(WorkflowContext ctx) => ctx.StepAsync({|AGT4007:"weigh"|}, () => 2);
}
