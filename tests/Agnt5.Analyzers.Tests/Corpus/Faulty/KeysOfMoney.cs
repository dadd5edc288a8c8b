// Texts of money, numbers and dates that each process writes after its own culture.
using System.Globalization;
using System.Text;

public sealed record Price(decimal Amount, string Currency);

public sealed record Offer(string Id, Price Price, double Weight, DateTime Until, TimeSpan Span, int Count, Dictionary<string, int> Lines)
{
    public string Label => "label";
}

public sealed class Money(decimal amount)
{
    public decimal Amount => amount;

    public override string ToString() => $"{Amount} EUR";
}

public sealed class KeysOfMoney
{
    /// <summary>Makes keys of dates.</summary>
    [Workflow]
    public async Task Dates(WorkflowContext ctx, Offer offer)
    {
        await ctx.StepAsync({|AGT4009:offer.Until.ToShortDateString()|}, () => { });
        await ctx.StepAsync("t-" + {|AGT4009:offer.Until.ToLongTimeString()|}, () => { });
        await ctx.StepAsync($"d-{{|AGT4009:offer.Until.ToString("d", CultureInfo.CurrentCulture)|}}", () => { });
        await ctx.StepAsync($"e-{{|AGT4009:offer.Until.ToString("D")|}}", () => { });
        await ctx.StepAsync($"f-{{|AGT4009:offer.Span|}:g}", () => { });
    }

    /// <summary>Makes keys of numbers.</summary>
    [Workflow]
    public async Task Numbers(WorkflowContext ctx, Offer offer)
    {
        await ctx.StepAsync({|AGT4009:offer.Price.Amount.ToString("C")|}, () => { });
        await ctx.StepAsync($"n-{{|AGT4009:offer.Count|}:N0}", () => { });
        await ctx.StepAsync($"m-{{|AGT4009:offer.Count.ToString("#,##0")|}}", () => { });
        await ctx.StepAsync({|AGT4009:Convert.ToString(offer.Price.Amount)|}, () => { });
        await ctx.StepAsync({|AGT4009:string.Format("g-{0}", offer.Weight)|}, () => { });
        await ctx.StepAsync({|AGT4009:string.Format("h-{0:N1}", offer.Count)|}, () => { });
        await ctx.StepAsync({|AGT4009:string.Concat("i-", offer.Id, offer.Weight)|}, () => { });
        await ctx.StepAsync($"j-{{|AGT4009:(double)offer.Count / 3|}}", () => { });
        await ctx.StepAsync(string.Create(CultureInfo.CurrentCulture, $"k-{{|AGT4009:offer.Weight|}}"), () => { });
        var weight = offer.Weight.ToString({|AGT4009:"F1"|}); var name = $"l-{weight}"; await ctx.StepAsync(name, () => { });
    }

    /// <summary>Makes keys of values that print their members.</summary>
    [Workflow]
    public async Task Values(WorkflowContext ctx, Offer offer, Money money)
    {
        await ctx.StepAsync($"a-{{|AGT4009:offer.Price|}}", () => { });
        await ctx.StepAsync({|AGT4009:offer.Price.ToString()|}, () => { });
        await ctx.StepAsync("b-" + {|AGT4009:new { offer.Id, offer.Weight }|}, () => { });
        await ctx.StepAsync($"c-{{|AGT4009:(offer.Id, offer.Price.Amount)|}}", () => { });
        await ctx.StepAsync($"d-{{|AGT4009:money|}}", () => { });
        await ctx.StepAsync({|AGT4009:KeyOf(offer)|}, () => { });
        await ctx.StepAsync(FormattableString.Invariant($"e-{{|AGT4009:offer.Price|}}"), () => { });
    }

    /// <summary>Makes keys piece by piece, of cases and of hash codes.</summary>
    [Workflow]
    public async Task Pieces(WorkflowContext ctx, Offer offer)
    {
        var built = new StringBuilder("a-");
        built.Append({|AGT4009:offer.Weight|});
        await ctx.StepAsync(built.ToString(), () => { });
        await ctx.StepAsync(new StringBuilder().Append(offer.Id).Append({|AGT4009:offer.Price.Amount|}).ToString(), () => { });
        await ctx.StepAsync({|AGT4009:offer.Id.ToLower()|}, () => { });
        await ctx.StepAsync($"b-{{|AGT4009:offer.Id.GetHashCode()|} % 16}", () => { });
        await ctx.StepAsync($"c-{{|AGT4009:HashCode.Combine(offer.Id, offer.Count)|}}", () => { });
        var shard = {|AGT4009:offer.Id.GetHashCode()|} & 7;
        await ctx.StepAsync($"d-{shard}", () => { });
        await ctx.StepAsync(string.Join(",", new[] { {|AGT4009:offer.Price.Amount|} }), () => { });
    }

    private static string KeyOf(Offer offer) => "offer-" + offer.Weight;
}
