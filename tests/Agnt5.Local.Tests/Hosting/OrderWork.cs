namespace Agnt5.Local.Tests.Hosting;

/// <summary>An order.</summary>
public sealed record HostedOrder(string Id, int Total);

/// <summary>Components for the local AGNT5 of this process.</summary>
public static class OrderWork
{
    /// <summary>Doubles the total.</summary>
    [Function("hosted_double")]
    public static int Double(HostedOrder order) => order.Total * 2;

    /// <summary>Fails once, and works then.</summary>
    [Function("hosted_flaky")]
    [Retries(3, InitialIntervalMs = 60_000, Backoff = BackoffKind.Constant)]
    public static string Flaky(FunctionContext ctx) => ctx.Attempt == 0 ? throw new TimeoutException("The bank does not answer.") : $"attempt {ctx.Attempt}";

    /// <summary>Asks, sleeps, waits for the payment and ships.</summary>
    [Workflow("hosted_ship")]
    public static async Task<string> Ship(WorkflowContext ctx, HostedOrder order)
    {
        var packed = await ctx.StepAsync("pack", () => $"parcel {order.Id}");
        if (await ctx.AskAsync("Ship it?", Question.Approval) is not "approve")
            return "rejected";
        await ctx.SleepAsync(TimeSpan.FromDays(30), "cool_down");
        var paid = await ctx.WaitForSignalAsync<int>("paid");
        return $"{packed} for {paid}";
    }
}
