namespace Agnt5.Endpoint.Tests.Components;

/// <summary>The card of a customer, which refuses numbers in words of its own.</summary>
public sealed class Card
{
    private string _number = "1234";

    public string Number { get => _number; set => _number = value.Length == 4 && value != "4111" ? value : throw new ArgumentException($"'{value}' is no number of a card"); }
}

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
    public static async Task<string> AwaitCard(WorkflowContext ctx) => (await ctx.WaitForSignalAsync<Card>("go")).Number;

    [Workflow]
    public static async Task<string> KeepCard(WorkflowContext ctx) => (await ctx.StepAsync("card", static () => Task.FromResult(new Card()))).Number;

    [Workflow]
    public static async Task<int> CountInStep(WorkflowContext ctx) => (await ctx.StepAsync("count", static () => Task.FromResult(new Dictionary<string, int> { ["a"] = 1 }))).Count;
}
