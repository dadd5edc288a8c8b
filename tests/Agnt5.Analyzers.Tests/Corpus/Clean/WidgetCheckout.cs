// Checkout that holds stock while the payment is made elsewhere (after samples of DBOS).
public sealed record Checkout(string Widget, int Count);

public sealed record PaymentResult(bool Paid);

public interface IShop
{
    Task<int> CreateOrderAsync(string widget, int count);

    Task<bool> SubtractAsync(string widget, int count);

    Task UndoSubtractAsync(string widget, int count);

    Task SetStatusAsync(int order, string status);
}

public sealed class WidgetCheckout(IShop shop)
{
    /// <summary>Sells widgets: order, stock, payment, dispatch.</summary>
    [Workflow]
    public async Task<string> CheckOut(WorkflowContext ctx, Checkout checkout)
    {
        var order = await ctx.StepAsync("create_order", () => shop.CreateOrderAsync(checkout.Widget, checkout.Count));
        if (!await ctx.StepAsync("subtract", () => shop.SubtractAsync(checkout.Widget, checkout.Count)))
        {
            await StatusAsync("cancelled");
            return "sold out";
        }

        await ctx.EmitAsync("payment.requested", order);
        if (!await IsPaidAsync())
        {
            await ctx.StepAsync("undo_subtract", () => shop.UndoSubtractAsync(checkout.Widget, checkout.Count));
            await StatusAsync("unpaid");
            return "not paid";
        }

        await StatusAsync("paid");
        for (var day = 1; day <= 3; day++)
        {
            await ctx.SleepAsync(TimeSpan.FromDays(1), $"day {day}");
            await StatusAsync($"in dispatch, day {day}");
        }

        return "dispatched";

        Task StatusAsync(string status) => ctx.StepAsync("status", () => shop.SetStatusAsync(order, status), new StepOptions { Key = status });

        async Task<bool> IsPaidAsync()
        {
            try
            {
                return (await ctx.WaitForSignalAsync<PaymentResult>("payment", timeout: TimeSpan.FromMinutes(10))).Paid;
            }
            catch (WaitTimeoutException)
            {
                return false;
            }
        }
    }
}
