using System.Text.Json;

namespace Agnt5.Hostile.Tests.Components;

/// <summary>Workflows that events and webhooks start, which look at all that they are told of it.</summary>
public static class Started
{
    [Workflow, OnEvent("order.created", Filter = nameof(IsMeant))]
    public static string TakeOrder(WorkflowContext ctx, Order order) => $"{order.Id} {Describe(ctx.Trigger)}";

    [Workflow, OnEvent("anything"), OnWebhook("github", "push", Filter = nameof(HasBody))]
    public static async Task<JsonElement> TakeAnything(WorkflowContext ctx, JsonElement input)
    {
        await ctx.StepAsync("look", () => Describe(ctx.Trigger));
        return input;
    }

    [Workflow, OnWebhook("slack", "command")]
    public static string TakeText([Input] string body) => body;

    [Workflow, OnWebhook("github", "push")]
    public static string TakeDelivery(WorkflowContext ctx, WebhookDelivery delivery) => $"{delivery.Headers.Count} {delivery.Body} {Describe(ctx.Trigger)}";

    [Workflow, OnWebhook("github", "push")]
    public static string TakeDeliveryOfOrder(WebhookDelivery<Order> delivery) => $"{delivery.Id} {delivery.Payload.Id}";

    [Workflow, OnEvent("order.created")]
    public static string TakeEvent(TriggerEvent<Order> happened) => $"{happened.Name} {happened.Time?.UtcDateTime:O} {happened.Data.Id}";

    [Workflow, OnEvent("order.created")]
    public static string TakeNothing(WorkflowContext ctx) => Describe(ctx.Trigger);

    internal static bool IsMeant(TriggerEvent<JsonElement> happened) => happened.Data.ValueKind != JsonValueKind.False;

    internal static bool HasBody(WebhookDelivery delivery) => delivery.BodyBytes.Length > 0;

    private static string Describe(RunTrigger? trigger) =>
        trigger is null ? "directly"
            : $"{trigger.Id} {trigger.EventName} {trigger.Source} {trigger.Time?.UtcDateTime:O} {trigger.DeliveryId} {trigger.Webhook?.Headers.Count} {trigger.Webhook?.Timestamp?.UtcDateTime:O}";
}
