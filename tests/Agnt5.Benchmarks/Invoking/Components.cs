namespace Agnt5.Benchmarks.Invoking;

public sealed record Person(string? Name);

public sealed record Greeting(string Message);

public sealed record Batch(int Count);

public sealed record Charge(string Id, decimal Amount);

/// <summary>The components that the benchmarks invoke.</summary>
public static class Components
{
    private static readonly StepOptions[] ChargeKeys = [.. Enumerable.Range(0, 100).Select(i => new StepOptions { Key = $"{i}" })];

    [Workflow("hello")]
    public static Greeting Hello(Person person) => new($"hello {person.Name ?? "world"}");

    /// <summary>A workflow whose steps are all recorded: a body that runs is a mistake of the benchmark's.</summary>
    [Workflow("charge_all")]
    public static async Task<decimal> ChargeAll(WorkflowContext context, Batch batch)
    {
        var total = 0m;
        for (var i = 0; i < batch.Count; i++)
            total += (await context.StepAsync("charge", NotRecorded, ChargeKeys[i])).Amount;
        return total;
    }

    /// <summary>A workflow that suspends: a finished step, then a wait for a signal.</summary>
    [Workflow("await_settlement")]
    public static async Task<string> AwaitSettlement(WorkflowContext context)
    {
        await context.StepAsync("hold", static () => { });
        await context.SleepAsync(TimeSpan.FromHours(1), "cool_down");
        return "settled";
    }

    private static Task<Charge> NotRecorded(CancellationToken cancellationToken) => throw new NotSupportedException("This step should have been replayed.");
}
