public interface IPayments
{
    Task ChargeAsync(string id, CancellationToken cancellationToken = default);

    Task RefundAsync(string id);

    Task RefundAsync(string id, CancellationToken cancellationToken);

    Task NotifyAsync(string id);
}

public static class Orders
{
    [Workflow]
    public static async Task Charge(WorkflowContext ctx, [FromServices] IPayments payments, string id)
    {
        await ctx.StepAsync("a", {|AGT4020:ct|} => payments.NotifyAsync(id));
        await ctx.StepAsync("b", {|AGT4020:()|} => payments.ChargeAsync(id));
        await ctx.StepAsync("c", async {|AGT4020:()|} => await payments.RefundAsync(id));
        await ctx.StepAsync("d", ct => payments.ChargeAsync(id, ct));
        await ctx.StepAsync("e", _ => payments.ChargeAsync(id));
        await ctx.StepAsync("f", () => payments.NotifyAsync(id));
        await ctx.StepAsync("g", () => payments.ChargeAsync(id, ctx.CancellationToken));
        await ctx.StepAsync("h", () => 1);
    }
}
