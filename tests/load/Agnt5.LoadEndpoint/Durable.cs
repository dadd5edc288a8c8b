namespace Agnt5.LoadEndpoint;

public sealed record Person(string? Name);

public sealed record Greeting(string Message);

public sealed record Batch(int Count);

public sealed record Charge(string Id, decimal Amount);

/// <summary>Workflows whose cost is compared with that of <c>hello</c>.</summary>
public static class Durable
{
    private static readonly StepOptions[] ChargeKeys = [.. Enumerable.Range(0, 10_000).Select(static number => new StepOptions { Key = $"{number}" })];

    [Workflow]
    public static Greeting Hello(Person person) => new($"hello {person.Name ?? "world"}");

    /// <summary>All its steps are recorded: a body that runs is a mistake of the measurement's.</summary>
    [Workflow]
    public static async Task<decimal> ChargeAll(WorkflowContext ctx, Batch batch)
    {
        var total = 0m;
        for (var number = 0; number < batch.Count; number++)
            total += (await ctx.StepAsync("charge", NotRecorded, ChargeKeys[number])).Amount;
        return total;
    }

    /// <summary>Waits on a slow service, as thousands of runs may do at once.</summary>
    [Workflow]
    public static async Task<string> CallSlowService(WorkflowContext ctx, int ms) => await ctx.StepAsync("call", async ct =>
    {
        await Task.Delay(ms, ct);
        return "answered";
    });

    private static Task<Charge> NotRecorded(CancellationToken cancellationToken) => throw new NotSupportedException("This step should have been replayed.");
}
