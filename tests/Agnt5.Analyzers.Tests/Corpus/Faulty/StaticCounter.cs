// A static counter and a static cache field that change while runs are in flight (after samples of Durable Task).
public sealed record Draw(string Player);

public static class StaticCounter
{
    private static int _draws;
    private static string? _lastPlayer;

    public static int Limit { get; set; } = 100;

    /// <summary>Takes part in a draw.</summary>
    [Workflow]
    public static async Task<string> TakePart(WorkflowContext ctx, Draw draw)
    {
        if ({|AGT4006:_draws|} >= {|AGT4006:Limit|})
            return "closed";

        var number = await ctx.StepAsync("number", () => Interlocked.Increment(ref _draws));
        var previous = {|AGT4006:_lastPlayer|};
        await ctx.EmitAsync("draw.taken", draw.Player);
        return $"{draw.Player} has number {number} after {previous}";
    }
}
