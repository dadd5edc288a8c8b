// One key stands twice, and each run uses it once: arms of a choice, and a second try after a failure.
public sealed class KeysOnce
{
    /// <summary>Takes one of two ways.</summary>
    [Workflow]
    public async Task<string> Fork(WorkflowContext ctx, string kind, bool isExpress)
    {
        if (isExpress)
            await ctx.StepAsync("ship", () => 1);
        else
            await ShipSlowly(ctx);
        switch (kind)
        {
            case "a":
                await ctx.StepAsync("pack", () => 1);
                break;
            case "b":
                await ctx.StepAsync("pack", () => 2);
                break;
        }

        var paid = kind switch
        {
            "a" => await ctx.StepAsync("pay", () => 1),
            _ => await ctx.StepAsync("pay", () => 2),
        };
        if (kind == "c")
        {
            await ctx.StepAsync("note", () => 1);
            return "noted";
        }

        await ctx.StepAsync("note", () => 2);
        return $"{paid}";
    }

    /// <summary>Tries again under the same key after a failure.</summary>
    [Workflow]
    public async Task Retry(WorkflowContext ctx)
    {
        var first = ctx.StepAsync("reserve", () => 1);
        try
        {
            await first;
        }
        catch (StepFailedException)
        {
            await ctx.StepAsync("reserve", () => 2);
        }

        try
        {
            await Charge(ctx, "card");
        }
        catch (StepFailedException)
        {
            await Charge(ctx, "card");
        }

        if (!await TryBill(ctx))
            await TryBill(ctx);
        await Charge(ctx, "fee");
        await Charge(ctx, "tax");
    }

    private static Task<int> ShipSlowly(WorkflowContext ctx) => ctx.StepAsync("ship", () => 2);

    private static Task<int> Charge(WorkflowContext ctx, string key) => ctx.StepAsync("charge", () => 1, new StepOptions { Key = key });

    private static async Task<bool> TryBill(WorkflowContext ctx)
    {
        try
        {
            await ctx.StepAsync("bill", () => 1);
            return true;
        }
        catch (StepFailedException)
        {
            return false;
        }
    }
}
