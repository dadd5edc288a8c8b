// What a class keeps and every process keeps alike: tables, patterns, settings of the deployment, caches of computed values.
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

public sealed record Letter(string Id, string Country, int Weight);

public sealed class KeptConstants
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid Space = Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static readonly string Region = Environment.GetEnvironmentVariable("REGION") ?? "eu";
    private static readonly FrozenDictionary<string, decimal> Prices = new Dictionary<string, decimal> { ["DE"] = 1.1m }.ToFrozenDictionary();
    private static readonly List<string> Order = ["a", "b"];
    private static readonly Dictionary<int, string> Sizes = MakeSizes();
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();
    private static readonly ImmutableList<int> Steps = [1, 2];
    private static readonly Func<int, int> Double = static value => value * 2;
    private static readonly DateTime Started = DateTime.UtcNow;
    private static readonly ConcurrentQueue<string> Printed = new();
    private readonly Guid _trace = Guid.NewGuid();

    private static Dictionary<int, string> MakeSizes()
    {
        var sizes = new Dictionary<int, string>();
        sizes[20] = "S";
        sizes.Add(50, "M");
        return sizes;
    }

    /// <summary>Sends a letter.</summary>
    [Workflow]
    public async Task<string> Send(WorkflowContext ctx, Letter letter)
    {
        if (ctx.UtcNow < Epoch || !Patterns.GetOrAdd("^[a-z]+$", static pattern => new Regex(pattern)).IsMatch(letter.Id))
            return Region;
        foreach (var stage in Order)
            await ctx.StepAsync($"{stage}_{letter.Id}", () => Printed.Enqueue($"{stage} {Started} {_trace}"));
        var more = Steps.Add(3);
        return $"{Prices[letter.Country].ToString(System.Globalization.CultureInfo.InvariantCulture)} {Sizes[Double(10)]} {Space} {more.Count}";
    }

    /// <summary>Tells how long the process runs.</summary>
    [Function]
    public static string Uptime() => $"{DateTime.UtcNow - Started} {Printed.Count}";
}
