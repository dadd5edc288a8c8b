namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Components whose texts are longer or less whole than JSON can take.</summary>
public static class Texts
{
    /// <summary>What <c>text[..n]</c> gives where the cut goes through an emoji.</summary>
    public const string Half = "ab\uD83D";

    [Function("fail_at_length")]
    public static void FailAtLength(int length) => throw new InvalidOperationException(new string('é', length));

    [Function("fail_with_half")]
    public static void FailWithHalf() => throw new InvalidOperationException(Half);

    [Workflow]
    public static async Task<int> AwaitCounts(WorkflowContext ctx) => (await ctx.WaitForSignalAsync<Dictionary<string, int>>("go")).Count;

    [Workflow]
    public static async Task<int> CountInStep(WorkflowContext ctx) => (await ctx.StepAsync("count", static () => Task.FromResult(new Dictionary<string, int> { ["a"] = 1 }))).Count;
}
