namespace Agnt5.Endpoint.Tests.Components;

public sealed record Payment(string Id, decimal Amount);

/// <summary>Workflows whose steps are all recorded.</summary>
public static class Replays
{
    private static readonly StepOptions[] Keys = [.. Enumerable.Range(0, 300).Select(static number => new StepOptions { Key = $"{number}" })];

    [Workflow]
    public static async Task<int> AddUpRecorded(WorkflowContext ctx, int steps)
    {
        var total = 0;
        for (var number = 0; number < steps; number++)
            total += await ctx.StepAsync("step", NotRecorded<int>, Keys[number]);
        return total;
    }

    [Workflow]
    public static async Task<decimal> PayRecorded(WorkflowContext ctx, int steps)
    {
        var total = 0m;
        for (var number = 0; number < steps; number++)
            total += (await ctx.StepAsync("step", NotRecorded<Payment>, Keys[number])).Amount;
        return total;
    }

    [Workflow]
    public static async Task<int> NoteRecorded(WorkflowContext ctx, int steps)
    {
        for (var number = 0; number < steps; number++)
            await ctx.StepAsync("step", NotCalled, Keys[number]);
        return steps;
    }

    private static T NotRecorded<T>() => throw new NotSupportedException("The step is not recorded.");

    private static void NotCalled() => throw new NotSupportedException("The step is not recorded.");
}
