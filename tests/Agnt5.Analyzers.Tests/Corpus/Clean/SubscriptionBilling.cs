// Recurring billing with a trial and a cancellation that comes as a signal (after samples of Temporal).
public sealed record Subscription(string Email, int TrialDays, int Periods, int PeriodDays, int Cents);

public sealed record Cancellation(string Reason);

public interface IMailbox
{
    Task SendAsync(string to, string template, CancellationToken cancellationToken);
}

public interface ICards
{
    Task<string> ChargeAsync(string customer, int cents, string idempotencyKey, CancellationToken cancellationToken);
}

public sealed class SubscriptionBilling(IMailbox mailbox, ICards cards)
{
    /// <summary>Bills a subscription until it ends or is cancelled.</summary>
    [Workflow]
    [OnEvent("subscription.created")]
    [Singleton(KeyExpression = "input.event.data.email")]
    public async Task<int> BillSubscription(WorkflowContext ctx, Subscription subscription)
    {
        await MailAsync(ctx, subscription, "welcome");
        if (await IsCancelledWithinAsync(ctx, "trial", TimeSpan.FromDays(subscription.TrialDays)))
        {
            await MailAsync(ctx, subscription, "cancelled_in_trial");
            return 0;
        }

        var charged = 0;
        for (var period = 1; period <= subscription.Periods; period++)
        {
            var key = period.ToString();
            await ctx.StepAsync("charge", ct => cards.ChargeAsync(subscription.Email, subscription.Cents, $"{ctx.RunId}-{key}", ct), new StepOptions { Key = key });
            charged += subscription.Cents;
            if (await IsCancelledWithinAsync(ctx, $"period_{period}", TimeSpan.FromDays(subscription.PeriodDays)))
                break;
        }

        await MailAsync(ctx, subscription, "over");
        return charged;
    }

    private Task MailAsync(WorkflowContext ctx, Subscription subscription, string template) =>
        ctx.StepAsync($"mail_{template}", ct => mailbox.SendAsync(subscription.Email, template, ct));

    private static async Task<bool> IsCancelledWithinAsync(WorkflowContext ctx, string span, TimeSpan timeout)
    {
        try
        {
            await ctx.WaitForSignalAsync<Cancellation>("cancelled", span, timeout);
            return true;
        }
        catch (WaitTimeoutException)
        {
            return false;
        }
    }
}
