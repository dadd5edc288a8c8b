// The time from an injected provider (after samples for Dapr Workflow and .NET 8).
public sealed record Promotion(string Code, DateTimeOffset Ends);

public interface IPromotions
{
    Task EndAsync(string code, CancellationToken cancellationToken);
}

public sealed class ClockFromServices(TimeProvider time, IPromotions promotions)
{
    private DateTimeOffset Now => {|AGT4001:time.GetUtcNow()|};

    /// <summary>Ends a promotion in time.</summary>
    [Workflow]
    public async Task<double> EndPromotion(WorkflowContext ctx, Promotion promotion)
    {
        var left = promotion.Ends - Now;
        if (left > TimeSpan.Zero)
            await ctx.SleepAsync(left, "until_end");

        await ctx.StepAsync("end", ct => promotions.EndAsync(promotion.Code, ct));
        var begin = {|AGT4001:TimeProvider.System.GetTimestamp()|};
        return left.TotalHours + begin;
    }
}
