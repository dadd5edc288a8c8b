using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

public enum Region { North, South }

public sealed record Account(string Id, Region Region, Account? Parent = null);

public sealed record Order(string Id, Account? Account, List<string> Lines)
{
    public Guid Number { get; init; }
    public DateOnly? Day { get; init; }
    [JsonPropertyName("sum")] public decimal Total { get; init; }
    [JsonIgnore] public string Hidden { get; set; } = "";
    public string Computed => Id + "!";
    public Dictionary<string, Account> Others { get; init; } = [];
    public Dictionary<int, string> ByNumber { get; init; } = [];
    public JsonElement Anything { get; init; }
    public JsonObject? AnyObject { get; init; }
    [JsonConverter(typeof(OwnConverter))] public Account? Converted { get; init; }
}

public sealed class OwnConverter : JsonConverter<Account>
{
    public override Account? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;
    public override void Write(Utf8JsonWriter writer, Account value, JsonSerializerOptions options) { }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
public abstract record Shape(string Name);

public sealed record Circle(string Name, double Radius) : Shape(Name);

public sealed class Open
{
    public string Id { get; set; } = "";
    [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; }
}

public static class Unresolved
{
    private const string Wrong = "input.acount";

    [Workflow, Concurrency(1, {|AGT3004:KeyExpression = "input.AccountId"|})]
    public static void NoSuchMember(Order order) { }

    [Function, Concurrency(1, {|AGT3004:KeyExpression = Wrong + ".id"|}), Singleton({|AGT3004:KeyExpression = "input.Total"|})]
    public static void CSharpName(Order order) { }

    [Function, Concurrency(1, {|AGT3004:KeyExpression = "input.hidden"|}), Singleton({|AGT3004:KeyExpression = "input.computed"|})]
    public static void NotInTheInput(Order order) { }

    [Function, Concurrency(1, {|AGT3004:KeyExpression = "input"|}), Singleton({|AGT3004:KeyExpression = "input.account"|})]
    public static void Objects(Order order) { }

    [Function, Concurrency(1, {|AGT3004:KeyExpression = "input.lines"|}), Singleton({|AGT3004:KeyExpression = "input.lines[0]"|}), Debounce(1, {|AGT3004:KeyExpression = "input.lines.count"|})]
    public static void Lists(Order order) { }

    [Function, Concurrency(1, {|AGT3004:KeyExpression = "input.others"|}), Singleton({|AGT3004:KeyExpression = "input.others.main"|}), Debounce(1, {|AGT3004:KeyExpression = "input.byNumber.1"|})]
    public static void Dictionaries(Order order) { }

    [Function, Concurrency(1, {|AGT3004:KeyExpression = "id"|}), Singleton({|AGT3004:KeyExpression = "Input.id"|}), Debounce(1, {|AGT3004:KeyExpression = ""|})]
    public static void NoInput(Order order) { }

    [Function, Concurrency(1, {|AGT3004:KeyExpression = "input."|}), Singleton({|AGT3004:KeyExpression = "input..id"|}),
        Debounce(1, {|AGT3004:KeyExpression = "input.id.length"|}), Idempotency({|AGT3004:KeyExpression = "input.id "|})]
    public static void Malformed(Order order) { }

    [Function, Concurrency(1, {|AGT3004:KeyExpression = "input.radius"|})]
    public static void DerivedMember(Shape shape) { }

    [Function, Concurrency(1, {|AGT3004:KeyExpression = "input.id"|})]
    public static void Nothing() { }

    [Workflow, Concurrency(1, {|AGT3004:KeyExpression = "input.id"|})]
    public static void ContextAlone(WorkflowContext context, CancellationToken token, [FromServices] IServiceProvider services) { }

    [Function, Concurrency(1, {|AGT3004:KeyExpression = "input"|}), Singleton({|AGT3004:KeyExpression = "input.OrderId"|})]
    public static void Parameters(string orderId, Account account) { }

    [Function, {|AGT3004:PerAccount|}]
    public static void Carried(string id) { }
}

[Concurrency(2, KeyExpression = "input.account.id")]
public sealed class PerAccountAttribute : Attribute;

public static class UnresolvedInTriggeredRuns
{
    [Workflow, OnEvent("order.created"), Concurrency(1, {|AGT3004:KeyExpression = "input.event.data.nothing"|}),
        Singleton({|AGT3004:KeyExpression = "input.event.data"|}), Debounce(1, {|AGT3004:KeyExpression = "input.event.body"|})]
    public static void OfTheEvent(Order order) { }

    [Workflow, OnWebhook("stripe", "charge.failed"), Concurrency(1, {|AGT3004:KeyExpression = "input.event.data.body.id"|}),
        Singleton({|AGT3004:KeyExpression = "input.event.data.id"|}), Debounce(1, {|AGT3004:KeyExpression = "input.event.data.integrationId"|})]
    public static void OfTheDelivery(Order order) { }

    [Workflow, OnEvent("order.created"), OnWebhook("stripe", "charge.failed"), Concurrency(1, {|AGT3004:KeyExpression = "input.event.data.nothing"|})]
    public static void OfEither(Order order) { }

    [Workflow, OnEvent("order.created"), Concurrency(1, {|AGT3004:KeyExpression = "input.id"|})]
    public static void WithoutInput(WorkflowContext context) { }

    [Workflow, OnEvent("order.created"), Concurrency(1, {|AGT3004:KeyExpression = "input.event.data.data.id"|}), Singleton({|AGT3004:KeyExpression = "input.event.data.nothing"|})]
    public static void WholeEvent(TriggerEvent<Order> created) { }

    [Workflow, OnWebhook("stripe", "charge.failed"), Concurrency(1, {|AGT3004:KeyExpression = "input.event.data.payload.id"|}), Singleton({|AGT3004:KeyExpression = "input.integration_id"|})]
    public static void WholeDelivery(WebhookDelivery<Order> delivery) { }

    [Workflow, Concurrency(1, {|AGT3004:KeyExpression = "input.event.id"|})]
    public static void WithoutTrigger(Order order) { }

    [Workflow, OnEvent("order.created"), Concurrency(1, KeyExpression = "input.event.anything")]
    public static void Unreadable(Stream {|AGT2001:content|}) { }
}

public static class ResolvedInTriggeredRuns
{
    [Workflow, OnEvent("order.created")]
    [Concurrency(1, KeyExpression = "input.event.data.account.id"), Throttle(1, PeriodMs = 1, KeyExpression = "input.event.name"), RateLimit(1, PeriodMs = 1, KeyExpression = "input.event.source")]
    [Debounce(1, KeyExpression = "input.event.data.sum"), Singleton(KeyExpression = "input.deployment_id"), Idempotency(KeyExpression = "input.event.id")]
    public static void OfTheEvent(Order order) { }

    [Workflow, OnWebhook("stripe", "charge.failed")]
    [Concurrency(1, KeyExpression = "input.event.data.integration_id"), Throttle(1, PeriodMs = 1, KeyExpression = "input.event.data.event_type"),
        RateLimit(1, PeriodMs = 1, KeyExpression = "input.event.data.source")]
    [Debounce(1, KeyExpression = "input.event.data.headers.stripe-account"), Singleton(KeyExpression = "input.event.data.body"), Idempotency(KeyExpression = "input.event.data.idempotency_key")]
    public static void OfTheDelivery(Order order) { }

    [Workflow, OnEvent("order.created"), OnWebhook("stripe", "charge.failed"), Concurrency(1, KeyExpression = "input.event.data.id"), Singleton(KeyExpression = "input.event.data.integration_id")]
    public static void OfEither(Order order) { }

    [Workflow, OnEvent("order.created"), Concurrency(1, KeyExpression = "input.event.data.account.id"), Singleton(KeyExpression = "input.event.id")]
    public static void WholeEvent(TriggerEvent<Order> created) { }

    [Workflow, OnWebhook("stripe", "charge.failed"), Concurrency(1, KeyExpression = "input.event.data.integration_id"), Singleton(KeyExpression = "input.event.data.headers.stripe-account")]
    public static void WholeDelivery(WebhookDelivery delivery) { }

    [Workflow, OnEvent("order.created"), Concurrency(1, KeyExpression = "input.event.data.orderId"), Singleton(KeyExpression = "input.event.data.account.id")]
    public static void Parameters(string orderId, Account account) { }

    [Workflow, OnEvent("order.created"), Concurrency(1, KeyExpression = "input.event.data")]
    public static void Scalar([Input] string id) { }

    [Workflow, OnEvent("order.created"), Concurrency(1, KeyExpression = "input.event.data.a.b")]
    public static void Untyped(JsonElement input) { }

    [Workflow, OnEvent("order.created"), Concurrency(1, KeyExpression = "input.event.id"), Singleton(KeyExpression = "input.event.data.anything")]
    public static void WithoutInput(WorkflowContext context) { }
}

public static class Resolved
{
    private const string Account = "input.account";

    [Workflow]
    [Concurrency(1, KeyExpression = Account + ".id"), Throttle(1, PeriodMs = 1, KeyExpression = "input.account.region"), RateLimit(1, PeriodMs = 1, KeyExpression = "input.account.parent.parent.id")]
    [Debounce(1, KeyExpression = "input.number"), Singleton(KeyExpression = "input.day"), Idempotency(KeyExpression = "input.sum")]
    public static void Members(Order order) { }

    [Function, Concurrency(1, KeyExpression = "input.others.main.id"), Singleton(KeyExpression = "input.anything"),
        Debounce(1, KeyExpression = "input.anything.a.b"), Idempotency(KeyExpression = "input.anyObject.c")]
    public static void Untyped(Order? order = null) { }

    [Function, Concurrency(1, KeyExpression = "input.converted.whatever"), Idempotency(KeyExpression = "input.converted")]
    public static void Converted(Order order) { }

    [Function, Concurrency(1, KeyExpression = "input"), Singleton(KeyExpression = "input.a.b")]
    public static void Anything(JsonElement input) { }

    [Function, Concurrency(1, KeyExpression = "input"), Singleton({|AGT3004:KeyExpression = "input.id"|})]
    public static void Scalar([Input] string id) { }

    [Function, Concurrency(1, KeyExpression = "input.orderId"), Singleton(KeyExpression = "input.account.id"), Debounce(1, KeyExpression = "input.count")]
    public static void Parameters(string orderId, Account account, [FromServices] IServiceProvider services, int count = 3) { }

    [Function, Concurrency(1, KeyExpression = "input.main.id"), Singleton(KeyExpression = "input.other.region")]
    public static void Dictionary(ImmutableDictionary<string, Account> accounts) { }

    [Function, Concurrency(1, KeyExpression = "input.low"), Singleton(KeyExpression = "input.high")]
    public static void Tuple((int Low, int? High) range) { }

    [Function, Concurrency(1, KeyExpression = "input.name"), Singleton(KeyExpression = "input.kind")]
    public static void Polymorphic(Shape shape) { }

    [Function, Concurrency(1, KeyExpression = "input.id"), Singleton(KeyExpression = "input.tenant")]
    public static void ExtensionData(Open open) { }

    [Function, PerAccount]
    public static void Carried(Order order) { }

    // What the component cannot have is another rule's matter, and so is an input that cannot be read.
    [{|AGT1013:Concurrency(1, KeyExpression = "input.nothing")|}]
    public static void NoComponent(Order order) { }

    [Function, Concurrency(1, KeyExpression = "input.nothing")]
    public static void Unreadable(Stream {|AGT2001:content|}) { }
}
