using Agnt5.Agents.Tests.Hosting;

namespace Agnt5.Agents.Tests.Contract.Components;

/// <summary>A parcel that somebody handed in.</summary>
public sealed record HandedIn(string Id, int Grams);

/// <summary>What a courier's system tells of a parcel.</summary>
public sealed record Scan(string Parcel, string Place);

/// <summary>Workflows that events and webhooks start.</summary>
public sealed class Arrivals(Diary diary)
{
    /// <summary>Books heavy parcels by the event that told of them.</summary>
    [Workflow]
    [OnEvent("parcel.handed_in", Filter = nameof(IsHeavy))]
    public async Task<string> BookParcel(WorkflowContext ctx, HandedIn parcel)
    {
        var booked = await ctx.StepAsync("book", () => Did($"booked {parcel.Id} for {ctx.Trigger?.Id ?? "nobody"}"));
        await ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down");
        return booked;
    }

    /// <summary>Files what a courier's webhook says.</summary>
    [Workflow]
    [OnWebhook("standard", "parcel.scanned")]
    public async Task<string> FileScan(WorkflowContext ctx, WebhookDelivery<Scan> delivery) =>
        await ctx.StepAsync("file", () => Did($"filed {delivery.Payload.Parcel} at {delivery.Payload.Place}, delivery {delivery.Id}"), new StepOptions { Key = delivery.Id });

    internal static bool IsHeavy(HandedIn parcel) => parcel.Grams > 1000;

    private string Did(string what)
    {
        diary.Write(what);
        return what;
    }
}
