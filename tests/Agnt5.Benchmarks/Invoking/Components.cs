namespace Agnt5.Benchmarks.Invoking;

public sealed record Person(string? Name);

public sealed record Greeting(string Message);

public sealed record Batch(int Count);

public sealed record Charge(string Id, decimal Amount);

/// <summary>A result of 1 KB as JSON.</summary>
public sealed record Bill(string Id, string Customer, string Address, DateTimeOffset IssuedAt, IReadOnlyList<BillLine> Lines);

public sealed record BillLine(string Article, string Title, int Quantity, decimal Price);

/// <summary>The components that the benchmarks invoke.</summary>
public static class Components
{
    /// <summary>The most steps that a benchmark's run has recorded.</summary>
    public const int MostSteps = 10_000;

    private static readonly StepOptions[] Keys = [.. Enumerable.Range(0, MostSteps).Select(i => new StepOptions { Key = $"{i}" })];

    [Workflow("hello")]
    public static Greeting Hello(Person person) => new($"hello {person.Name ?? "world"}");

    /// <summary>A workflow whose steps are all recorded: a body that runs is a mistake of the benchmark's.</summary>
    [Workflow("charge_all")]
    public static async Task<decimal> ChargeAll(WorkflowContext context, Batch batch)
    {
        var total = 0m;
        for (var i = 0; i < batch.Count; i++)
            total += (await context.StepAsync("charge", NotRecorded<Charge>, Keys[i])).Amount;
        return total;
    }

    /// <summary>The same with results that are numbers.</summary>
    [Workflow("count_all")]
    public static async Task<long> CountAll(WorkflowContext context, Batch batch)
    {
        var total = 0L;
        for (var i = 0; i < batch.Count; i++)
            total += await context.StepAsync("count", NotRecorded<int>, Keys[i]);
        return total;
    }

    /// <summary>The same with results that are texts.</summary>
    [Workflow("name_all")]
    public static async Task<long> NameAll(WorkflowContext context, Batch batch)
    {
        var total = 0L;
        for (var i = 0; i < batch.Count; i++)
            total += (await context.StepAsync("name", NotRecorded<string>, Keys[i])).Length;
        return total;
    }

    /// <summary>The same with results of 1 KB.</summary>
    [Workflow("bill_all")]
    public static async Task<long> BillAll(WorkflowContext context, Batch batch)
    {
        var total = 0L;
        for (var i = 0; i < batch.Count; i++)
            total += (await context.StepAsync("bill", NotRecorded<Bill>, Keys[i])).Lines.Count;
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

    private static Task<T> NotRecorded<T>(CancellationToken cancellationToken) => throw new NotSupportedException("This step should have been replayed.");
}
