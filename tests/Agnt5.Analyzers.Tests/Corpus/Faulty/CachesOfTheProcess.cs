// Caches and registries that live as long as the process: what a replay finds in them, other runs have put there.
using System.Collections.Concurrent;

public sealed record Rate(string Currency, decimal Value);

public static class CachesOfTheProcess
{
    private static readonly ConcurrentDictionary<string, decimal> Rates = new();
    private static readonly List<string> Seen = [];
    private static readonly Dictionary<string, int> Counts = new() { ["EUR"] = 0 };

    private static Queue<string> Waiting { get; } = new();

    /// <summary>Prices an amount.</summary>
    [Workflow]
    public static async Task<decimal> Price(WorkflowContext ctx, Rate asked)
    {
        if (!{|AGT4024:Rates|}.TryGetValue(asked.Currency, out var rate))
            rate = await ctx.StepAsync("rate", () => Rates[asked.Currency] = asked.Value);
        if ({|AGT4024:Seen|}.Contains(asked.Currency))
            return 0;
        {|AGT4024:Seen|}.Add(asked.Currency);
        return rate * {|AGT4024:Counts|}["EUR"] + {|AGT4024:Waiting|}.Count;
    }

    /// <summary>Notes a rate.</summary>
    [Function]
    public static void Note(Rate rate)
    {
        Counts[rate.Currency] = 1;
        Waiting.Enqueue(rate.Currency);
    }
}
