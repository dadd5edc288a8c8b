using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

public sealed class Prices(IMemoryCache cache)
{
    private static readonly ConcurrentDictionary<string, decimal> Known = new();
    private static readonly ConcurrentDictionary<string, int> Lengths = new();
    private static readonly Dictionary<string, int> Sizes = new() { ["S"] = 1 };

    private static List<string> Asked { get; } = [];

    [Workflow]
    public async Task<decimal> Quote(WorkflowContext ctx, string sku)
    {
        if ({|AGT4024:Known|}.TryGetValue(sku, out var price) || {|AGT4024:cache.TryGetValue|}(sku, out price))
            return price;
        if ({|AGT4024:Asked|}.Count > 3)
            return {|AGT4024:cache.Get<decimal>|}(sku);
        price = await ctx.StepAsync("price", () => Known.TryGetValue(sku, out var found) ? found : cache.Get<decimal>(sku));
        return price * Sizes["S"] * Lengths.GetOrAdd(sku, static text => text.Length);
    }

    [Function]
    public static void Learn(string sku, decimal price)
    {
        Known[sku] = price;
        Asked.Add(sku);
    }
}
