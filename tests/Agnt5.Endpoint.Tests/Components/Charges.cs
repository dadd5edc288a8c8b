using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Work that must happen once for each request, however often the request comes.</summary>
public sealed class Charges(StepCounter counter, Gates gates)
{
    public const string Step = "charge";

    /// <summary>Charges, and gives a receipt of a length.</summary>
    [Workflow]
    public async Task<string> ChargeCard(WorkflowContext ctx, int receiptLength = 1)
    {
        await ctx.StepAsync(Step, () => counter.Count(ctx.RunId, Step));
        return new('x', receiptLength);
    }

    [Workflow]
    public async Task<int> ChargeSlowly(WorkflowContext ctx) => await ctx.StepAsync(Step, async ct =>
    {
        var count = counter.Count(ctx.RunId, Step);
        await gates.PassAsync("charging", ct);
        return count;
    });

    [Workflow]
    public async Task<int> ChargeInVain(WorkflowContext ctx)
    {
        await ctx.StepAsync(Step, () => counter.Count(ctx.RunId, Step));
        ctx.Logger.LogInformation("charged in vain");
        throw new InvalidOperationException("the bank is closed");
    }
}
