namespace Agnt5.Local.Tests.Hosting;

/// <summary>Components that block their threads and look at no token.</summary>
public static class BlockingWork
{
    /// <summary>Opens when <see cref="Block"/> may end.</summary>
    public static ManualResetEventSlim Ends { get; } = new();

    /// <summary>One for each <see cref="Block"/> that has begun.</summary>
    public static SemaphoreSlim Begun { get; } = new(0);

    /// <summary>Blocks its thread.</summary>
    [Function("hosted_block")]
    public static string Block()
    {
        Begun.Release();
        Ends.Wait();
        return "let go";
    }

    /// <summary>Blocks its thread behind an await.</summary>
    [Workflow("hosted_late_block")]
    public static async Task<string> LateBlock(WorkflowContext ctx)
    {
        await Task.Yield();
        return await ctx.StepAsync("block", Block);
    }
}
