using System.Text.Json;

public sealed record Account(string Id);

public sealed record Order(string Id, string AccountId, Account Account);

public static class Found
{
    private const string ByAccount = "input.accountId";

    [Workflow, OnEvent("order.created"), Concurrency(2, {|AGT3012:KeyExpression = "input.accountId"|}), Debounce(1, {|AGT3012:KeyExpression = "input.account.id"|})]
    public static void Members(Order order) { }

    [Workflow, OnEvent("order.created"), Cron("0 3 * * *"), Singleton({|AGT3012:KeyExpression = "input.region"|})]
    public static void Parameters(string? region, int days = 3) { }

    [Workflow, OnEvent("order.created"), Singleton({|AGT3012:KeyExpression = "input"|})]
    public static void Scalar([Input] string id) { }

    [Workflow, OnEvent("order.created"), Singleton({|AGT3012:KeyExpression = "input"|}), Idempotency({|AGT3012:KeyExpression = "input.a.b"|})]
    public static void Untyped(JsonElement input) { }

    [Workflow, OnWebhook("stripe", "charge.failed"), Singleton({|AGT3012:KeyExpression = ByAccount|})]
    public static void Webhook(Order order) { }

    [Workflow, OnEvent("order.created"), Singleton({|AGT3012:KeyExpression = "input.accountId"|})]
    public static void WholeEvent(TriggerEvent<Order> created) { }

    [Workflow, OnEvent("order.created"), {|AGT3012:PerAccount|}]
    public static void Carried(Order order) { }

    // Near misses.
    [Workflow, OnEvent("order.created"), Concurrency(2, KeyExpression = "input.event.data.accountId"), Idempotency(KeyExpression = "input.event.id")]
    public static void OfTheEvent(Order order) { }

    [Workflow, OnWebhook("stripe", "charge.failed"), Idempotency(KeyExpression = "input.event.data.idempotency_key")]
    public static void OfTheDelivery(Order order) { }

    [Workflow, OnEvent("order.created"), OnWebhook("stripe", "charge.failed"), Singleton(KeyExpression = "input.event.data.accountId"), Idempotency(KeyExpression = "input.event.data.integration_id")]
    public static void OfEither(Order order) { }

    [Workflow, Cron("0 3 * * *"), Singleton(KeyExpression = "input.region")]
    public static void Scheduled(string? region) { }

    [Workflow, PerAccount]
    public static void Direct(Order order) { }

    [Function, {|AGT1013:OnEvent("order.created")|}, Singleton(KeyExpression = "input.id")]
    public static void Function(Order order) { }

    [Workflow, OnEvent("order.created"), Singleton({|AGT3004:KeyExpression = "input.nothing"|})]
    public static void Nowhere(Order order) { }
}

[Concurrency(2, KeyExpression = "input.accountId")]
public sealed class PerAccountAttribute : Attribute;
