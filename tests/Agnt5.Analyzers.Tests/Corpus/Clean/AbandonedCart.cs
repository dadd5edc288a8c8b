// Waiting for an event that may never come (after samples of Inngest).
public sealed record CartUpdated(string CartId, string Email, List<string> Items);

public sealed record CartPaid(string PaymentId);

public interface IReminders
{
    Task RemindAsync(string email, IReadOnlyList<string> items, string? voucher, CancellationToken cancellationToken);
}

public sealed class AbandonedCart(IReminders reminders)
{
    /// <summary>Reminds a customer of a cart, the second time with a voucher.</summary>
    [Workflow, OnEvent("cart.updated"), Debounce(60_000, KeyExpression = "input.event.data.cartId")]
    public async Task<bool> RemindOfCart(WorkflowContext ctx, CartUpdated cart)
    {
        if (await IsPaidAsync(ctx, "first", TimeSpan.FromHours(1)))
            return true;

        await ctx.StepAsync("remind", ct => reminders.RemindAsync(cart.Email, cart.Items, null, ct));
        if (await IsPaidAsync(ctx, "second", TimeSpan.FromDays(1)))
            return true;

        var voucher = ctx.NewGuid().ToString("N")[..8];
        await ctx.StepAsync("remind_with_voucher", ct => reminders.RemindAsync(cart.Email, cart.Items, voucher, ct));
        return false;
    }

    private static async Task<bool> IsPaidAsync(WorkflowContext ctx, string wait, TimeSpan timeout)
    {
        try
        {
            await ctx.WaitForSignalAsync<CartPaid>("cart.paid", wait, timeout);
            return true;
        }
        catch (WaitTimeoutException)
        {
            return false;
        }
    }
}
