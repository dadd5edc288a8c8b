namespace Agnt5.Testing.Tests.Exploring;

/// <summary>The workflows of <see cref="Mistakes"/> as they should be.</summary>
public static class Corrections
{
    [Workflow]
    public static async Task<string> ClockOfTheRun(WorkflowContext ctx)
    {
        var payment = await ctx.StepAsync("charge", static _ => Task.FromResult("paid"));
        return ctx.UtcNow.Month == 1 ? $"{payment} in January" : payment;
    }

    [Workflow]
    public static async Task<string> ChanceOfTheRun(WorkflowContext ctx)
    {
        var number = ctx.NewGuid();
        var payment = await ctx.StepAsync("charge", static _ => Task.FromResult("paid"));
        return $"{payment} {number}";
    }

    [Workflow]
    public static async Task<string> CounterOfTheRun(WorkflowContext ctx)
    {
        await ctx.StepAsync("label", static _ => Task.FromResult("printed"), new StepOptions { Key = "1" });
        return await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
    }

    [Workflow]
    public static async Task<string> NamedByTheParcel(WorkflowContext ctx, [FromServices] Shelf shelf)
    {
        var packed = new List<string>();
        foreach (var parcel in shelf.Parcels())
            packed.Add(await ctx.StepAsync("pack", _ => Task.FromResult(parcel), new StepOptions { Key = parcel }));
        return string.Join(' ', packed.Order(StringComparer.Ordinal));
    }

    [Workflow]
    [Retries(3)]
    public static async Task<string> CompensatesInAStep(WorkflowContext ctx, [FromServices] Ledger ledger)
    {
        await ctx.StepAsync("charge", _ => ledger.AddAsync("charge"));
        try
        {
            return await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
        }
        catch (StepFailedException)
        {
            await ctx.StepAsync("refund", _ => ledger.AddAsync("refund"));
            throw;
        }
    }

    [Workflow]
    public static async Task<string> OrderOfCalls(WorkflowContext ctx)
    {
        var offers = await Task.WhenAll(OfferAsync(ctx, "sea"), OfferAsync(ctx, "air"), OfferAsync(ctx, "land"));
        return string.Join(' ', offers);
    }

    [Workflow]
    public static async Task<string> EffectInAStep(WorkflowContext ctx, [FromServices] Ledger ledger)
    {
        await ctx.StepAsync("mail", _ => ledger.AddAsync("mail"));
        await ctx.StepAsync("charge", static _ => Task.FromResult("paid"));
        return await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
    }

    [Workflow]
    public static Task<string> StateOfTheRun(WorkflowContext ctx) => ctx.StepAsync("greet", static _ => Task.FromResult("hello"));

    [Workflow]
    public static async Task<string> MemoryOfTheRun(WorkflowContext ctx)
    {
        var rate = await ctx.StepAsync("load_rate", static _ => Task.FromResult("1.10"));
        return await ctx.StepAsync("pay", _ => Task.FromResult($"paid at {rate}"));
    }

    [Workflow]
    public static async Task<string> ResultOfAStep(WorkflowContext ctx)
    {
        var total = await ctx.StepAsync("add", static _ => Task.FromResult(5));
        await ctx.StepAsync("ship", static _ => Task.CompletedTask);
        return $"{total} in all";
    }

    [Workflow]
    public static async Task<string> EventsInLine(WorkflowContext ctx)
    {
        await ctx.EmitAsync("order.accepted", "o-1");
        var shipped = await ctx.StepAsync("ship", static _ => Task.FromResult("shipped"));
        await ctx.StepAsync("tell", static _ => Task.CompletedTask);
        await ctx.EmitAsync("order.shipped", "o-1");
        return shipped;
    }

    private static Task<string> OfferAsync(WorkflowContext ctx, string way) => ctx.StepAsync("offer", _ => Task.FromResult(way), new StepOptions { Key = way });
}
