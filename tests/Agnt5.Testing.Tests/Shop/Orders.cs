using Microsoft.Extensions.Logging;

namespace Agnt5.Testing.Tests.Shop;

public sealed class Orders(IPayments payments, TimeProvider time)
{
    /// <summary>Charges an order, asks, sleeps, waits for the settlement.</summary>
    [Workflow]
    public async Task<Receipt> ShipOrder(WorkflowContext ctx, Order order)
    {
        ctx.Logger.LogInformation("shipping {Order}", order.Id);
        var payment = await ctx.StepAsync("charge", ct => payments.ChargeAsync(order, ct), new StepOptions { MaxAttempts = 3 });
        if (!await ctx.AskApprovalAsync($"Ship order {order.Id}?", timeout: TimeSpan.FromDays(2)))
            return new Receipt(order.Id, "rejected");

        await ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down");
        var settled = await ctx.WaitForSignalAsync<Settlement>("payment.settled");
        await ctx.EmitAsync("order.shipped", new Receipt(order.Id, settled.Method));
        return new Receipt(order.Id, $"{payment} by {settled.Method}");
    }

    /// <summary>Tries to charge; what fails is tried again by AGNT5.</summary>
    [Workflow]
    [Retries(3, InitialIntervalMs = 60_000, Backoff = BackoffKind.Constant)]
    public Task<string> Charge(WorkflowContext ctx, Order order) => ctx.StepAsync("charge", ct => payments.ChargeAsync(order, ct));

    /// <summary>Asks what to do.</summary>
    [Workflow]
    public static async Task<string> Choose(WorkflowContext ctx) =>
        await ctx.AskAsync("Which size?", Question.Select(new QuestionOption("s", "Small"), new QuestionOption("l", "Large"))) ?? "none";

    /// <summary>Counts an order, at most one a minute for each id.</summary>
    [Workflow]
    [OnEvent("order.created")]
    [Throttle(1, PeriodMs = 60_000, KeyExpression = "input.event.data.id")]
    public Task<string> CountOrder(WorkflowContext ctx, Order order) => Task.FromResult($"{order.Id} at {ctx.UtcNow:HH:mm}");

    [Function]
    public string Describe(Order order, int count = 2, string? note = null) => $"{count} of {order.Id} {note} at {time.GetUtcNow():HH:mm}";

    /// <summary>Packs orders, one at a time.</summary>
    [Workflow]
    [Concurrency(1)]
    public static Task<string> Pack(WorkflowContext ctx, string orderId) => ctx.StepAsync("pack", _ => Task.FromResult($"{orderId} packed"));

    /// <summary>Does two things side by side.</summary>
    [Workflow]
    public static async Task<string> Halves(WorkflowContext ctx)
    {
        var halves = await Task.WhenAll(HalfAsync(ctx, "left"), HalfAsync(ctx, "right"));
        return string.Join(' ', halves);
    }

    /// <summary>Waits for something that nobody does, and says so first.</summary>
    [Workflow]
    public static async Task Hang(WorkflowContext ctx, [FromServices] TaskCompletionSource begun) => await ctx.StepAsync("wait_for_ever", ct =>
    {
        begun.TrySetResult();
        return Task.Delay(Timeout.Infinite, ct);
    });

    private static async Task<string> HalfAsync(WorkflowContext ctx, string side)
    {
        var half = await ctx.StepAsync("half", _ => Task.FromResult(side), new StepOptions { Key = side });
        return await ctx.StepAsync("after", _ => Task.FromResult(half), new StepOptions { Key = side });
    }
}
