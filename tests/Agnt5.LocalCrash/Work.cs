using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.LocalCrash;

/// <summary>An order with a key of its own.</summary>
public sealed record Parcel(string Key);

/// <summary>
/// What the engine runs while it is killed. Each step is logged with the part of the workflow that it belongs to. A question or a signal begins the next ten: it ends a slice. A sleep begins the
/// next number: one that is over before its slice is ends none.
/// </summary>
public static class Work
{
    /// <summary>Sleeps, asks and waits for a signal.</summary>
    [Workflow("crash_ship")]
    public static async Task<string> Ship(WorkflowContext ctx, Parcel parcel, [FromServices] StepLog log)
    {
        await ctx.StepAsync("pack", () => log.Add(ctx.RunId, 10, "pack"));
        await ctx.StepAsync("label", () => log.Add(ctx.RunId, 10, "label"));
        await ctx.SleepAsync(TimeSpan.FromMilliseconds(30), "nap");
        await ctx.StepAsync("load", () => log.Add(ctx.RunId, 11, "load"));
        var answer = await ctx.AskAsync("Ship it?", Question.Text);
        await ctx.StepAsync("drive", () => log.Add(ctx.RunId, 20, "drive"));
        var paid = await ctx.WaitForSignalAsync<string>("paid");
        await ctx.StepAsync("file", () => log.Add(ctx.RunId, 30, parcel.Key));
        return $"{answer} {paid}";
    }

    /// <summary>Shares a key with two others at most.</summary>
    [Workflow("crash_bill")]
    [Concurrency(3)]
    public static async Task<string> Bill(WorkflowContext ctx, Parcel parcel, [FromServices] StepLog log)
    {
        await ctx.StepAsync("add", () => log.Add(ctx.RunId, 10, "add"));
        await ctx.SleepAsync(TimeSpan.FromMilliseconds(10), "nap");
        await ctx.StepAsync("print", () => log.Add(ctx.RunId, 11, "print"));
        return parcel.Key;
    }

    /// <summary>Fails at first, and works then.</summary>
    [Function("crash_flaky")]
    [Retries(3, InitialIntervalMs = 20, Backoff = BackoffKind.Constant)]
    public static string Flaky(FunctionContext ctx, Parcel parcel) => ctx.Attempt == 0 ? throw new TimeoutException("The bank does not answer.") : parcel.Key;
}
