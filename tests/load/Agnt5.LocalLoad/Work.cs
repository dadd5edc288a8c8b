namespace Agnt5.LocalLoad;

/// <summary>What is run: as little as there can be, and three steps.</summary>
public sealed record Item(int Number);

public static class Work
{
    [Function]
    public static int Double(Item item) => item.Number * 2;

    [Workflow]
    public static async Task<int> AddThree(WorkflowContext ctx, Item item)
    {
        var one = await ctx.StepAsync("one", () => item.Number + 1);
        var two = await ctx.StepAsync("two", () => one + 1);
        return await ctx.StepAsync("three", () => two + 1);
    }

    [Workflow]
    public static async Task<int> Nap(WorkflowContext ctx, Item item)
    {
        await ctx.SleepAsync(TimeSpan.FromMilliseconds(item.Number), "nap");
        return item.Number;
    }
}
