// A long-lived run that receives signals one after the other, each with a waiting step of its own (after samples of Temporal).
using Microsoft.Extensions.Logging;

public sealed record Member(string UserId, int Goal = 10_000);

public sealed record Purchase(int Cents, bool Leaves = false);

public interface ICoupons
{
    Task SendAsync(string userId, int number, CancellationToken cancellationToken);
}

public sealed class LoyaltyProgram(ICoupons coupons)
{
    /// <summary>Collects points and sends a coupon each time a goal is reached.</summary>
    [Workflow]
    public async Task<int> CollectPoints(WorkflowContext ctx, Member member)
    {
        int points = 0, sent = 0;
        for (var n = 0; ; n++)
        {
            var purchase = await ctx.WaitForSignalAsync<Purchase>("purchase", $"purchase_{n}");
            if (purchase.Leaves)
                return sent;

            points += purchase.Cents;
            ctx.Logger.LogInformation("{User} has {Points} points", member.UserId, points);
            while (points >= member.Goal)
            {
                points -= member.Goal;
                sent++;
                var number = sent;
                await ctx.StepAsync("send_coupon", ct => coupons.SendAsync(member.UserId, number, ct), new StepOptions { Key = $"{number}" });
            }
        }
    }
}
