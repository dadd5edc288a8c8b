// The second call of a key follows the first one on each way that leads to it.
public sealed class KeysOnEachWay
{
    /// <summary>Has a choice between the two.</summary>
    [Workflow]
    public async Task AroundChoice(WorkflowContext ctx, bool isUrgent, string id)
    {
        await ctx.StepAsync("notify", () => 1);
        if (isUrgent)
            await ctx.StepAsync("hurry", () => 1);
        await ctx.StepAsync({|AGT4007:"notify"|}, () => 2);
        await ctx.StepAsync($"ship:{id}", () => 1);
        foreach (var letter in id)
            await ctx.StepAsync($"letter:{letter}", () => 1);
        await ctx.StepAsync({|AGT4007:$"ship:{id}"|}, () => 2);
    }

    /// <summary>Has the second in a branch.</summary>
    [Workflow]
    public async Task InBranch(WorkflowContext ctx, bool isUrgent)
    {
        await ctx.StepAsync("notify", () => 1);
        if (isUrgent)
        {
            await ctx.SleepAsync(TimeSpan.FromHours(1), {|AGT4007:"notify"|});
        }
    }

    /// <summary>Has it in both arms, and once more.</summary>
    [Workflow]
    public async Task AfterBothArms(WorkflowContext ctx, bool isUrgent)
    {
        if (isUrgent)
            await ctx.StepAsync("ship", () => 1);
        else
            await ctx.StepAsync("ship", () => 2);
        await ctx.StepAsync({|AGT4007:"ship"|}, () => 3);
    }

    /// <summary>Has a cleanup, a using, a switch or a caught failure of another step between the two.</summary>
    [Workflow]
    public async Task AroundCleanup(WorkflowContext ctx, int kind)
    {
        try
        {
            await ctx.StepAsync("open", () => 1);
        }
        finally
        {
            ctx.Set("opened", true);
        }

        await ctx.StepAsync({|AGT4007:"open"|}, () => 2);
        using (var text = new StringReader("a"))
        {
            await ctx.StepAsync("read", () => text.Read());
        }

        switch (kind)
        {
            case 1:
                await ctx.StepAsync("one", () => 1);
                break;
            default:
                break;
        }

        await ctx.StepAsync({|AGT4007:"read"|}, () => 2);
        try
        {
            await ctx.StepAsync("other", () => 1);
        }
        catch (StepFailedException)
        {
            await ctx.StepAsync("undo", () => 1);
        }

        await ctx.StepAsync({|AGT4007:"read"|}, () => 3);
    }
}
