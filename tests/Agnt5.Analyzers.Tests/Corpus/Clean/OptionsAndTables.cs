// Settings that are pinned with the deployment, constants and read-only tables (after samples of Dapr Workflow).
using System.Globalization;
using Microsoft.Extensions.Options;

public sealed class ShippingOptions
{
    public decimal FreeFrom { get; set; } = 50m;

    public TimeSpan CoolDown { get; set; } = TimeSpan.FromHours(1);
}

public sealed record Parcel(string Id, string Country, decimal Value);

public sealed record Quote(string Label, decimal Price);

public sealed class OptionsAndTables(IOptions<ShippingOptions> options)
{
    private const decimal Base = 4.90m;

    private static readonly Dictionary<string, decimal> Surcharges = new(StringComparer.OrdinalIgnoreCase) { ["DE"] = 0m, ["AT"] = 2m, ["CH"] = 7.5m };

    private readonly TimeSpan _coolDown = options.Value.CoolDown;

    private static decimal Ceiling { get; } = 25m;

    /// <summary>Quotes the price of a parcel after a while.</summary>
    [Workflow]
    public async Task<Quote> QuoteParcel(WorkflowContext ctx, Parcel parcel)
    {
        await ctx.SleepAsync(_coolDown, "cool_down");
        var price = parcel.Value >= options.Value.FreeFrom ? 0m : Base + Surcharges.GetValueOrDefault(parcel.Country, 10m);
        price = Math.Min(price, Ceiling);

        var label = price.ToString("0.00", CultureInfo.InvariantCulture);
        await ctx.StepAsync($"print_{parcel.Id}", () => Console.WriteLine(label));
        return new(label, price);
    }
}
