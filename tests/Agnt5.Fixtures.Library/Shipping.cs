namespace Agnt5.Fixtures.Library;

/// <summary>A parcel to send.</summary>
public sealed record Parcel(string Id, double Kilograms);

/// <summary>What sending costs.</summary>
public sealed record Quote(string ParcelId, decimal Euros);

public static class Shipping
{
    /// <summary>Prices a parcel.</summary>
    [Function]
    public static Quote QuoteParcel(Parcel parcel) => new(parcel.Id, (decimal)parcel.Kilograms * 2);

    /// <summary>Sends a parcel.</summary>
    [Workflow]
    public static async Task<Quote> SendParcel(WorkflowContext ctx, Parcel parcel) => await ctx.StepAsync("quote", () => QuoteParcel(parcel));
}
