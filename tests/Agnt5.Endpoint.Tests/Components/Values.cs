namespace Agnt5.Endpoint.Tests.Components;

public sealed record Surroundings(
    string RunId, string InvocationId, int Attempt, string ComponentName, IReadOnlyDictionary<string, string> Metadata, Caller? Caller, DateTimeOffset? Deadline);

/// <summary>What a workflow may know and choose by.</summary>
public sealed class Values(Notebook notebook)
{
    [Workflow]
    public async Task<string> Choose(WorkflowContext ctx)
    {
        Write(ctx);
        await ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap");
        Write(ctx);
        return "chosen";
    }

    [Workflow]
    public static async Task ChooseInAStep(WorkflowContext ctx, string what) => await ctx.StepAsync("step", () => what switch
    {
        "UtcNow" => ctx.UtcNow.ToString("O"),
        "NewGuid" => ctx.NewGuid().ToString(),
        "Random" => $"{ctx.Random.Next()}",
        "StepAsync" => $"{ctx.StepAsync("inner", static () => { })}",
        "SleepUntilAsync" => $"{ctx.SleepUntilAsync(DateTimeOffset.MaxValue)}",
        "RunAgentAsync" => ctx.RunAgentAsync("support", "?").GetAwaiter().GetResult(),
        "SleepAsync" => $"{ctx.SleepAsync(TimeSpan.FromSeconds(1))}",
        "AskAsync" => $"{ctx.AskAsync("?")}",
        "TryAskAsync" => $"{ctx.TryAskAsync("?")}",
        "AskManyAsync" => $"{ctx.AskManyAsync("?", Question.MultiSelect("a"))}",
        "TryAskManyAsync" => $"{ctx.TryAskManyAsync("?", Question.MultiSelect("a"))}",
        "AskApprovalAsync" => $"{ctx.AskApprovalAsync("?")}",
        "TryWaitForSignalAsync" => $"{ctx.TryWaitForSignalAsync<string>("go")}",
        "WaitForSignalAsync" => $"{ctx.WaitForSignalAsync<string>("go")}",
        "YieldIfNeededAsync" => $"{ctx.YieldIfNeededAsync()}",
        _ => throw new NotSupportedException($"{nameof(ChooseInAStep)} of this file makes no call of {what}: add one."),
    });

    [Workflow]
    public static async Task<IReadOnlyList<string?>> KeepState(WorkflowContext ctx)
    {
        var before = ctx.Get<string>("k");
        ctx.Set("k", "v");
        await ctx.StepAsync("step", () => ctx.Set("n", 1));
        var deleted = ctx.Delete("k");
        ctx.Set<string?>("null", null);
        return [before, $"{ctx.Get<int>("n")}", $"{deleted} {ctx.Delete("k")}", ctx.Get<string>("k"), ctx.Get<string>("null"), $"{ctx.Get<int>("none")}"];
    }

    [Workflow]
    public static int MistakeState(WorkflowContext ctx)
    {
        ctx.Set("k", "v");
        return ctx.Get<int>("k");
    }

    [Workflow]
    public static Surroundings LookAround(WorkflowContext ctx) => Describe(ctx);

    [Function]
    public static Surroundings LookAroundOutside(FunctionContext ctx) => Describe(ctx);

    /// <summary>Is live from its second step on.</summary>
    [Workflow]
    public async Task<IReadOnlyList<bool>> NoticeReplays(WorkflowContext ctx)
    {
        List<bool> replaying = [ctx.IsReplaying];
        foreach (var name in new[] { "one", "two" })
        {
            await ctx.StepAsync(name, () => notebook.Write(name));
            replaying.Add(ctx.IsReplaying);
        }

        return replaying;
    }

    private static Surroundings Describe(ComponentContext ctx) =>
        new(ctx.RunId, ctx.InvocationId, ctx.Attempt, ctx.ComponentName, ctx.Metadata, ctx.Caller, ctx.Deadline);

    private void Write(WorkflowContext ctx) =>
        notebook.Write($"{ctx.UtcNow.ToUnixTimeMilliseconds()} {ctx.UtcNow.ToUnixTimeMilliseconds()} {ctx.NewGuid()} {ctx.NewGuid()} {ctx.Random.Next()} {ctx.Random.Next()}");
}
