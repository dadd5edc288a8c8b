using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;

namespace Agnt5.Endpoint.Tests.Components;

public sealed record Purchase(string Id, [Range(0, 1_000_000)] decimal Total, IReadOnlyList<PurchaseItem>? Items = null);

public sealed record PurchaseItem(string Sku, int Count);

public sealed record Issue(string Action, long Number);

/// <summary>What a workflow saw of the event that started it.</summary>
public sealed record Noticed(string Id, string? Name, string? Source, DateTimeOffset? Time, Purchase Data);

/// <summary>What a workflow saw of the delivery that started it.</summary>
public sealed record Delivered(
    string Id, string? Source, string? Integration, string? Type, string? Key, DateTimeOffset? Time, string? Signature, string Body, int BodyBytes, long? Number = null);

/// <summary>What the context said of what started the run.</summary>
public sealed record Started(string Id, string DeliveryId, string Name, string? Source, DateTimeOffset? Time, Delivered? Webhook);

/// <summary>Workflows that events and webhooks start, in every form that takes what they carry.</summary>
public static class Triggered
{
    [Workflow, OnEvent("order.created")]
    public static string PricePurchase(WorkflowContext ctx, Purchase order) => $"{order.Id} costs {order.Total}, said {ctx.Trigger?.Id ?? "nobody"}";

    [Workflow, OnEvent("order.created")]
    public static string PriceParts(string id, decimal total = 1) => $"{id} costs {total}";

    [Workflow, OnEvent("anything"), OnWebhook("standard", "anything")]
    public static JsonElement TakeJson(JsonElement input) => input;

    [Workflow]
    public static JsonElement TakeInputAsItCame(WorkflowContext ctx, JsonElement input) => ctx.Trigger is null ? input : default;

    [Workflow, OnEvent("order.created")]
    public static Noticed TakeEvent(TriggerEvent<Purchase> order) => new(order.Id, order.Name, order.Source, order.Time, order.Data);

    [Workflow, OnEvent("note.written")]
    public static string TakeNote([Input, MaxLength(5)] string note) => note;

    [Workflow, OnWebhook("GitHub", "issues.opened")]
    public static string OpenIssue(Issue issue) => $"{issue.Action} {issue.Number}";

    [Workflow, OnWebhook("slack", "command")]
    public static string TakeText([Input, MaxLength(40)] string body) => body;

    [Workflow, OnWebhook("slack", "command")]
    public static Delivered TakeDelivery(WebhookDelivery delivery) => Describe(delivery);

    [Workflow, OnWebhook("github", "issues.opened")]
    public static Delivered TakeIssueAndDelivery(Issue issue, WebhookDelivery delivery) => Describe(delivery) with { Number = issue.Number };

    [Workflow, OnWebhook("github", "issues.opened")]
    public static Delivered TakeDeliveryOfIssue(WebhookDelivery<Issue> delivery) => Describe(delivery) with { Number = delivery.Payload.Number };

    [Workflow, OnEvent("order.sorted"), OnWebhook("standard", "order.sorted")]
    public static int CountItems(TriggerEvent<List<PurchaseItem>> items) => items.Data.Count;

    [Workflow, OnEvent("order.counted"), OnWebhook("standard", "order.counted")]
    public static int Count([Range(1, 5)] WebhookDelivery<int> count) => count.Payload;

    /// <summary>Keeps the delivery, and looks at what it has kept.</summary>
    [Workflow, OnWebhook("github", "issues.opened")]
    public static async Task<string> KeepDelivery(WorkflowContext ctx, WebhookDelivery delivery)
    {
        var kept = await ctx.StepAsync("keep", () => delivery);
        var signature = kept.Headers.GetValueOrDefault("X-Signature", "not signed");
        await ctx.SleepAsync(TimeSpan.FromMinutes(1));
        return signature;
    }

    /// <summary>Asks the context for the first time in a step, and again in the next slice.</summary>
    [Workflow, OnEvent("order.created"), OnWebhook("stripe", "payment_intent.succeeded")]
    public static async Task<Started?> DescribeStart(WorkflowContext ctx)
    {
        var first = await ctx.StepAsync("start", () => ctx.Trigger is { } trigger ? Describe(trigger) : null);
        await ctx.SleepAsync(TimeSpan.FromMinutes(1));
        var again = ctx.Trigger is { } still ? Describe(still) : null;
        return first == again ? again : throw new InvalidOperationException("The run has changed its trigger.");
    }

    private static Started Describe(RunTrigger trigger) =>
        new(trigger.Id, trigger.DeliveryId, trigger.EventName, trigger.Source, trigger.Time, trigger.Webhook is { } webhook ? Describe(webhook) : null);

    private static Delivered Describe(WebhookDelivery delivery)
    {
        Assert.Equal(Encoding.UTF8.GetBytes(delivery.Body), delivery.BodyBytes.ToArray());
        return new(
            delivery.Id, delivery.Source, delivery.IntegrationId, delivery.EventType, delivery.IdempotencyKey, delivery.Timestamp,
            delivery.Headers.GetValueOrDefault("X-Signature"), delivery.Body, delivery.BodyBytes.Length);
    }
}
