using System.Text.Json;
using Own = Taken;

public record Placed(string Id);

public sealed record Order(string Id, decimal Total) : Placed(Id);

public sealed class Skipped
{
    private const string Expression = "event.total > 100";

    [Workflow, OnEvent("order.created", {|AGT3010:BatchWindowMs = 250|})]
    public static void Gathered() { }

    [Workflow, OnEvent("order.created", {|AGT3010:BatchWindowMs = 0|})]
    public static void GatheredInNoTime() { }

    [Workflow]
    [OnEvent("order.created", {|AGT3010:InputMapping = "event.order"|}, {|AGT3010:Delay = "5s"|})]
    [OnWebhook("github", "issues.opened", Id = "a", {|AGT3010:Delay = ""|}), OnWebhook("github", "issues.closed")]
    public static void Mapped(Order order) { }

    [Workflow, OnEvent("order.created", {|AGT3010:Filter = Expression|})]
    public static void OldExpression(Order order) { }

    [Workflow, OnEvent("order.created", {|AGT3010:Filter = ""|})]
    public static void BlankFilter(Order order) { }

    [Workflow, OnEvent("order.created", {|AGT3010:Filter = "IsLagre"|})]
    public static void Misspelled(Order order) { }

    [Workflow, OnEvent("order.created", {|AGT3010:Filter = nameof(Filters.IsLarge)|})]
    public static void OfAnotherClass(Order order) { }

    [Workflow, OnEvent("order.created", {|AGT3010:Filter = nameof(Filters.IsLarge2)|}), OnEvent("order.changed", {|AGT3010:Filter = nameof(global::Filters.IsLarge2)|})]
    public static void OfAnotherClassWithANamesake(Order order) { }

    [Workflow, OnEvent("order.created", {|AGT3010:Filter = nameof(IsOfInstance)|})]
    public static void OfTheInstance(Order order) { }

    [Workflow, OnEvent("order.created", {|AGT3010:Filter = nameof(IsHidden)|})]
    public static void Private(Order order) { }

    [Workflow, OnEvent("order.created", {|AGT3010:Filter = nameof(IsAsync)|}), OnEvent("order.changed", {|AGT3010:Filter = nameof(IsOfNothing)|})]
    public static void OtherSignature(Order order) { }

    [Workflow, OnEvent("order.created", {|AGT3010:Filter = nameof(IsValid)|}), OnWebhook("stripe", "charge.failed", {|AGT3010:Filter = nameof(IsValidDelivery)|})]
    public static void OtherPayload(Order order) { }

    public static bool IsValid(string id) => id.Length > 0;
    public static bool IsValidDelivery(WebhookDelivery<string> delivery) => delivery.Payload.Length > 0;
    public static bool IsLarge2(Order order) => order.Total > 100;
    public static Task<bool> IsAsync(Order order) => Task.FromResult(true);
    public static bool IsOfNothing() => true;
    public bool IsOfInstance(Order order) => true;
    private static bool IsHidden(Order order) => true;
}

public static class Filters
{
    public static bool IsLarge(Order order) => order.Total > 100;
    public static bool IsLarge2(Order order) => order.Total > 1_000;
}

public class Inherited
{
    public static bool IsPlaced(Order order) => true;
    public static bool IsLarge(Order order) => true;
}

public sealed class Inheriting : Inherited
{
    [Workflow, OnEvent("order.created", {|AGT3010:Filter = nameof(Inherited.IsLarge)|}), OnEvent("order.changed", {|AGT3010:Filter = nameof(IsPlaced)|})]
    public static void OfTheBaseClass(Order order) { }

    public static new bool IsLarge(Order order) => order.Total > 100;
}

public static class Taken
{
    [Workflow]
    [OnEvent("order.created", Id = "created", Filter = nameof(IsLarge)), OnEvent("order.changed", Filter = "IsPlaced"), OnEvent("order.paid", Filter = nameof(IsPaid))]
    public static void Filtered(Order order) { }

    [Workflow, OnEvent("order.created", Filter = nameof(Taken.IsLarge)), OnEvent("order.changed", Filter = nameof(global::Taken.IsPaid)), OnEvent("order.paid", Filter = nameof(Own.IsLarge))]
    public static void FilteredByOwnNames(Order order) { }

    [Workflow]
    [OnEvent("order.created", Filter = nameof(IsOfTheApi)), OnEvent("order.changed", Filter = nameof(IsLarge))]
    [OnWebhook("stripe", "charge.failed", Filter = nameof(IsOfTest)), OnWebhook("stripe", "charge.refunded", Filter = nameof(IsLargeDelivery))]
    public static void FilteredByEvent(TriggerEvent<Order> created) { }

    [Workflow, OnWebhook("stripe", "charge.failed", Filter = nameof(IsOfTest))]
    public static void FilteredByDelivery(WebhookDelivery delivery) { }

    [Workflow, OnEvent("order.created"), OnEvent("order.changed", Filter = null, InputMapping = null, Delay = null)]
    public static void NothingIsSet(Order order) { }

    [{|AGT1013:OnEvent("order.created", BatchWindowMs = 250, Delay = "5s", Filter = "a")|}]
    public static void NoComponent() { }

    public static bool IsLarge(Order order) => order.Total > 100;
    internal static bool IsPlaced(Placed placed) => placed.Id.Length > 0;
    public static bool IsPaid(JsonElement payload) => payload.TryGetProperty("paid", out _);
    public static bool IsOfTheApi(TriggerEvent<Order> created) => created.Source == "api";
    public static bool IsOfTest(WebhookDelivery delivery) => delivery.IntegrationId == "test";
    public static bool IsLargeDelivery(WebhookDelivery<Order> delivery) => delivery.Payload.Total > 100;
}
