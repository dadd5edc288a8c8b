namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Workflows that record more and more.</summary>
public static class Piles
{
    /// <summary>Returns large texts from steps, all in one slice or one in each.</summary>
    [Workflow]
    public static async Task<int> PileUp(WorkflowContext ctx, int count, int size, bool naps)
    {
        for (var i = 0; i < count; i++)
        {
            await ctx.StepAsync("load", () => Task.FromResult(new string('x', size)), new StepOptions { Key = $"{i}" });
            if (naps)
                await ctx.SleepAsync(TimeSpan.FromSeconds(1), $"nap {i}");
        }

        await ctx.SleepAsync(TimeSpan.FromSeconds(1), "last nap");
        return count;
    }

    /// <summary>Catches failures whose messages are long.</summary>
    [Workflow]
    public static async Task<string> PileUpFailures(WorkflowContext ctx, int count)
    {
        var caught = "";
        for (var i = 0; i < count; i++)
        {
            try
            {
                await ctx.StepAsync("load", static void () => throw new TimeoutException(new string('é', 1024 * 1024)), new StepOptions { Key = $"{i}" });
            }
            catch (StepFailedException failure)
            {
                caught = failure.Message;
            }
        }

        await ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap");
        return caught;
    }

    [Workflow]
    public static async Task<int> PileUpSignals(WorkflowContext ctx, int count)
    {
        var length = 0;
        for (var i = 0; i < count; i++)
            length += (await ctx.WaitForSignalAsync<string>("more", $"{i}")).Length;
        return length;
    }

    /// <summary>Records until nothing fits any more, and undoes what it can.</summary>
    [Workflow]
    public static async Task<string> PileUpAndUndo(WorkflowContext ctx, int size)
    {
        var loaded = 0;
        try
        {
            for (; ; loaded++)
                await ctx.StepAsync("load", () => Task.FromResult(new string('x', size)), new StepOptions { Key = $"{loaded}" });
        }
        catch (StepFailedException)
        {
            for (var i = 0; i < 8; i++)
                await ctx.StepAsync("undo", static () => { }, new StepOptions { Key = $"{i}" });
            await ctx.SleepAsync(TimeSpan.FromSeconds(1), "nap");
            return $"{loaded} loaded";
        }
    }
}
