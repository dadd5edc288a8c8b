// Values that each process makes once and a workflow takes for its own: start times, instance ids, stopwatches (after samples that measure themselves).
using System.Diagnostics;

public sealed record Shipment(string Id);

public static class ShipmentFlow
{
    private static readonly DateTimeOffset Started = DateTimeOffset.UtcNow;
    private static readonly string Worker = $"{Environment.MachineName}/{Guid.NewGuid():N}";
    private static readonly Lazy<Guid> Instance = new(Guid.NewGuid);
    private static readonly Stopwatch Watch = Stopwatch.StartNew();
    private static readonly string Batch;

    static ShipmentFlow()
    {
        var prefix = "B";
        Batch = prefix + DateTime.UtcNow.Ticks;
    }

    private static int Seed { get; } = MakeSeed();

    /// <summary>Ships.</summary>
    [Workflow]
    public static async Task<string> Ship(WorkflowContext ctx, Shipment shipment)
    {
        var age = ctx.UtcNow - {|AGT4006:Started|};
        await ctx.StepAsync($"book_{shipment.Id}", () => Console.WriteLine(Worker));
        var owner = {|AGT4006:Worker|};
        var id = {|AGT4006:Instance|}.Value;
        if ({|AGT4006:Watch|}.Elapsed > TimeSpan.FromMinutes(1))
            return {|AGT4006:Batch|};
        return $"{age}{owner}{id}{{|AGT4006:Seed|}}{{|AGT4006:ShipmentIds.Run|}}";
    }

    private static int MakeSeed() => Random.Shared.Next();
}

public static class ShipmentIds
{
    public static readonly string Run = Next();

    private static string Next() => Guid.NewGuid().ToString("N");
}

public sealed class ShipmentReturns
{
    private readonly DateTime _received = DateTime.UtcNow;
    private readonly Guid _ticket;

    public ShipmentReturns() => _ticket = Guid.NewGuid();

    /// <summary>Takes a shipment back.</summary>
    [Workflow]
    public async Task<string> TakeBack(WorkflowContext ctx, Shipment shipment)
    {
        await ctx.StepAsync("note", () => Console.WriteLine(_ticket));
        if ({|AGT4006:_received|}.Hour < 12)
            await ctx.SleepAsync(TimeSpan.FromHours(6), "noon");
        return $"{shipment.Id}/{{|AGT4006:_ticket|}}";
    }
}
