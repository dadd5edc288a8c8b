// Keys made of numbers and dates, each with a text that every process writes in the same way.
using System.Globalization;
using System.Text;

public enum Size
{
    Small,
    Large,
}

public sealed record Measure(Guid Id, string Name, double Ratio, decimal Price, DateTime At, Size Size, int[] Counts);

public sealed class KeysInvariant
{
    private const string Prefix = "measure";

    /// <summary>Records a measure.</summary>
    [Workflow]
    public async Task Record(WorkflowContext ctx, Measure measure)
    {
        await ctx.StepAsync("h" + (int)measure.Ratio, () => { });
        await ctx.StepAsync($"cents-{(long)(measure.Price * 100)}", () => { });
        await ctx.StepAsync("up" + (measure.Price > 10m ? "dear" : "cheap"), () => { });
        await ctx.StepAsync($"band-{measure.Ratio switch { > 1.0 => "high", _ => "low" }}", () => { });
        await ctx.StepAsync(string.Join("-", Prefix, measure.Id, measure.Size, measure.Counts.Length), () => { });
        await ctx.StepAsync(string.Join(",", measure.Counts), () => { });
        await ctx.StepAsync(string.Concat("c-", measure.Name, measure.Size.ToString()), () => { });
        await ctx.StepAsync($"{nameof(Measure)}-{measure.Id:N}-{(measure.Size == Size.Small ? 1 : 2)}", () => { });
        await ctx.StepAsync(string.Create(CultureInfo.InvariantCulture, $"ratio-{measure.Ratio:F2}"), () => { });
        await ctx.StepAsync(FormattableString.Invariant($"price-{measure.Price:N0}-{measure.At:d}"), () => { });
        await ctx.StepAsync(string.Format(CultureInfo.InvariantCulture, "f-{0}", measure.Price), () => { });
        await ctx.StepAsync(Convert.ToString(measure.Price, CultureInfo.InvariantCulture), () => { });
        await ctx.StepAsync(measure.Ratio.ToString("R", CultureInfo.InvariantCulture), () => { });
        await ctx.StepAsync(measure.At.ToString("yyyy-MM-dd", DateTimeFormatInfo.InvariantInfo), () => { });
        await ctx.StepAsync(measure.Name.ToUpper(CultureInfo.InvariantCulture).ToLowerInvariant(), () => { });
        await ctx.StepAsync($"day-{measure.At.Ticks}-{measure.At.DayOfYear}-{measure.At:O}-{measure.Counts.Length:D4}", () => { });
        await ctx.StepAsync($"price-{Math.Round(measure.Price) > 3}-{decimal.ToInt32(measure.Price)}", () => { });
        var whole = (int)measure.Ratio;
        var name = $"whole-{whole}";
        await ctx.StepAsync(name, () => { });
        var text = new StringBuilder("built-").Append(measure.Id).Append(measure.Counts.Length).Append(CultureInfo.InvariantCulture, $"{measure.Ratio}");
        await ctx.StepAsync(text.ToString(), () => { });
        await ctx.StepAsync(KeyOf(measure), () => { });
        await ctx.StepAsync(new Tag(measure.Name, 3).ToString(), () => { });
        await ctx.StepAsync($"pair-{(measure.Name, measure.Size)}", () => { });
    }

    private static string KeyOf(Measure measure) => $"{measure.Id}-{measure.Price.ToString(CultureInfo.InvariantCulture)}";

    public sealed record Tag(string Name, int Count);
}
