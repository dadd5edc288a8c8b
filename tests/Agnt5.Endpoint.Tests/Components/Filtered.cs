using System.Text.Json;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Workflows whose triggers have filters.</summary>
public sealed class Filtered(Notebook notes)
{
    [Workflow, OnEvent("order.created", Filter = nameof(IsLarge))]
    public async Task<string> PackLarge(WorkflowContext ctx, Purchase order)
    {
        notes.Write($"packs {order.Id}");
        await ctx.StepAsync("pack", () => order.Id);
        await ctx.SleepAsync(TimeSpan.FromMinutes(1), "rest");
        return $"{order.Id} packed";
    }

    /// <summary>One event is filtered by its payload, one by its source, one by a header, and one is not.</summary>
    [Workflow]
    [OnEvent("order.created", Filter = nameof(IsLarge)), OnEvent("order.changed", Filter = nameof(IsFromShop))]
    [OnWebhook("GitHub", "push", Filter = nameof(IsSigned)), OnWebhook("github", "issues", Filter = nameof(IsOpened)), OnEvent("order.lost")]
    public static string Sort(WorkflowContext ctx, Purchase order) => $"{ctx.Trigger?.EventName ?? "directly"} {order.Id}";

    /// <summary>Looks at payloads that are no orders.</summary>
    [Workflow, OnEvent("order.created", Filter = nameof(HasId))]
    public static string TakeWithId(Purchase order) => order.Id;

    [Workflow, OnEvent("a", Filter = nameof(HasId)), OnEvent("a", Filter = nameof(IsNumber))]
    public static string TakeEither(JsonElement input) => input.ToString();

    [Workflow, OnEvent("order.created", Filter = nameof(Fails))]
    public static string NeverRuns(WorkflowContext ctx) => "ran";

    /// <summary>Of several methods of one name the one that fits is asked, though another would be nearer to the payload.</summary>
    [Workflow, OnEvent("order.created", Filter = nameof(IsKnown)), OnEvent("order.changed", Filter = nameof(Describes))]
    public static string TakeKnown(Purchase order) => order.Id;

    internal static bool IsKnown(object order) => order is Purchase { Id: "known" };

    internal static bool IsKnown<T>(T order) => throw new InvalidOperationException($"asked about {order} as a {typeof(T)}");

    internal static bool Describes(object order) => order is Purchase { Id: "known" };

    internal static string Describes(Purchase order) => order.Id;

    internal static bool IsLarge(Purchase order) => order.Total >= 100;

    internal static bool IsFromShop(TriggerEvent<Purchase> order) => order is { Source: "shop", Data.Id.Length: > 0 };

    internal static bool IsSigned(WebhookDelivery delivery) => delivery.Headers.ContainsKey("x-signature");

    internal static bool IsOpened(WebhookDelivery<JsonElement> delivery) => delivery.Payload.GetProperty("action").GetString() == "opened";

    internal static bool HasId(JsonElement payload) => payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("id", out _);

    internal static bool IsNumber(TriggerEvent<JsonElement> happened) => happened.Data.ValueKind == JsonValueKind.Number;

    internal static bool Fails(JsonElement payload) => throw new NonRetryableException($"no rule for {payload}");
}
