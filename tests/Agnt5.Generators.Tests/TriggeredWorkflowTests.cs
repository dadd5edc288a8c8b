using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>A workflow that events start is called with their payloads, and a trigger that could start nothing is not declared.</summary>
public sealed class TriggeredWorkflowTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Agnt5;
        namespace Shop;

        """;

    private static readonly Lazy<BuiltProject> Built = new(() => new ProjectUnderTest(Usings + """
        public interface IOrder { decimal Total { get; } }
        public record Order(string Id, decimal Total) : IOrder;
        public readonly record struct Point(int X, int Y);

        public static class Orders
        {
            [Workflow, OnEvent("a")] public static string TakeText(TriggerEvent<string> e) => e.Data + " " + e.Id;
            [Workflow, OnEvent("a")] public static int TakeNullable(TriggerEvent<int?> e) => e.Data ?? -1;
            [Workflow, OnEvent("a")] public static int TakeList(TriggerEvent<List<Point>>? e) => e!.Data.Count;
            [Workflow, OnEvent("a")] public static int TakePoint([Input] WebhookDelivery<Point> e) => e.Payload.X;
            [Workflow, OnEvent("a")] public static string TakeBodyText(WebhookDelivery<string> e) => e.Payload;
            [Workflow, OnEvent("a")] public static (int X, int Y) TakeTuple(TriggerEvent<(int X, int Y)> e) => e.Data;

            [Workflow, OnEvent("a", Filter = nameof(IsLarge))] public static string ByBase(Order order) => order.Id;
            [Workflow, OnEvent("a", Filter = nameof(@is))] public static string ByKeyword(TriggerEvent<Order> order) => order.Data.Id;
            [Workflow, OnEvent("a", Filter = nameof(IsFar))] public static int ByStruct(WebhookDelivery<Point> at) => at.Payload.X;
            [Workflow, OnEvent("a", Filter = "Overloaded")] public static string ByOverload(Order order) => order.Id;
            [Workflow, OnEvent("a", Filter = nameof(HasTotal))] public static string ByJson(string id) => id;
            [Workflow, OnEvent("a", Filter = nameof(HasTotal))] public static async IAsyncEnumerable<int> Streamed() { await Task.Yield(); yield return 1; }

            internal static bool IsLarge(IOrder order) => order.Total > 10;
            internal static bool @is(TriggerEvent<Order> order) => order.Data.Total > 10;
            internal static bool IsFar(Point at) => at.Y > 10;
            internal static bool Overloaded(int other) => false;
            internal static bool Overloaded(WebhookDelivery delivery) => delivery.Body.Length > 25;
            internal static bool HasTotal(JsonElement payload) => payload.TryGetProperty("total", out var total) && total.GetDecimal() > 10;
        }
        """).Build());

    [Theory]
    [InlineData("take_text", "\"x\"", "\"x e-1\"")]
    [InlineData("take_nullable", "5", "5")]
    [InlineData("take_list", """[{"x":1,"y":2}]""", "1")]
    [InlineData("take_point", """{"x":1,"y":2}""", "1")]
    [InlineData("take_body_text", "\"x\"", "\"x\"")]
    [InlineData("take_tuple", """{"x":1,"y":2}""", """{"x":1,"y":2}""")]
    public async Task Event_holds_a_payload_of_any_type(string workflow, string data, string output) =>
        Assert.Equal(output, await Built.Value.OutputAsync("workflow", workflow, Event(data)));

    [Theory]
    [InlineData("by_base", """{"id":"o","total":11}""", """{"id":"o","total":10}""")]
    [InlineData("by_keyword", """{"id":"o","total":11}""", """{"id":"o","total":10}""")]
    [InlineData("by_struct", """{"x":1,"y":11}""", """{"x":1,"y":10}""")]
    [InlineData("by_overload", """{"id":"o","total":1100000}""", """{"id":"o","total":10}""")]
    [InlineData("by_json", """{"id":"o","total":11}""", """{"id":1}""")]
    [InlineData("streamed", """{"total":11}""", "{}")]
    public async Task Filter_takes_the_payload_the_event_or_the_delivery(string workflow, string meant, string other)
    {
        Assert.NotNull(await Built.Value.OutputAsync("workflow", workflow, Event(meant)));
        Assert.Null(await Built.Value.OutputAsync("workflow", workflow, Event(other)));
    }

    [Fact]
    public async Task Schema_is_that_of_the_payload()
    {
        var manifest = await Built.Value.ManifestAsync("take_point");

        Assert.Equal("""{"type":"object","properties":{"x":{"type":"integer"},"y":{"type":"integer"}}}""", Plain(manifest["input_schema"]!.ToJsonString()));
        Assert.Equal("string", (string?)(await Built.Value.ManifestAsync("take_text"))["input_schema"]!["type"]);
    }

    [Theory]
    [InlineData("""OnEvent("a", InputMapping = "event")""")]
    [InlineData("""OnEvent("a", Delay = "5s")""")]
    [InlineData("""OnWebhook("github", "a", BatchWindowMs = 1)""")]
    [InlineData("""OnEvent("a", Filter = "event.total > 10")""")]
    [InlineData("""OnEvent("a", Filter = nameof(IsPrivate))""")]
    [InlineData("""OnEvent("a", Filter = nameof(IsAsync))""")]
    [InlineData("""OnEvent("a", Filter = nameof(IsGeneric))""")]
    [InlineData("""OnEvent("a", Filter = nameof(IsOfInstance))""")]
    [InlineData("""OnEvent("a", Filter = nameof(Elsewhere.IsSound))""")]
    [InlineData("""OnEvent("a", Filter = nameof(IsByReference))""")]
    [InlineData("""OnEvent("a", Filter = nameof(IsOfTwo))""")]
    [InlineData("""OnEvent("a", Filter = nameof(IsOfAnother))""")]
    [InlineData("""OnEvent("a", Filter = "IsAmbiguous")""")]
    [InlineData("""OnEvent("a", Filter = "")""")]
    public async Task Workflow_with_a_trigger_that_AGNT5_would_skip_or_that_could_not_be_asked_is_left_out(string trigger)
    {
        var project = new ProjectUnderTest(Usings + $$"""
            public sealed record Order(string Id);
            public static class Elsewhere { public static bool IsSound(Order order) => true; }
            public sealed class Orders
            {
                [Workflow, {{trigger}}, OnEvent("sound")] public static string Take(Order order) => order.Id + IsPrivate(order);
                private static bool IsPrivate(Order order) => true;
                internal static bool IsSound(Order order) => true;
                internal static Task<bool> IsAsync(Order order) => Task.FromResult(true);
                internal static bool IsGeneric<T>(T order) => true;
                internal bool IsOfInstance(Order order) => true;
                internal static bool IsByReference(ref Order order) => true;
                internal static bool IsOfTwo(Order order, int more = 0) => true;
                internal static bool IsOfAnother(TriggerEvent<string> id) => true;
                internal static bool IsAmbiguous(Order order) => true;
                internal static bool IsAmbiguous(JsonElement order) => true;
            }
            """).Build();

        Assert.Empty((await project.ManifestAsync())["components"]!.AsArray());
    }

    [Theory]
    [InlineData("[Workflow] public static void Take(TriggerEvent<string> e) { }")]
    [InlineData("[Workflow, Cron(\"0 3 * * *\")] public static void Take(WebhookDelivery e) { }")]
    [InlineData("[Function, OnEvent(\"a\")] public static void Take(WebhookDelivery<string> e) { }")]
    [InlineData("[Tool] public static void Take(WebhookDelivery e) { }")]
    [InlineData("[Workflow, OnEvent(\"a\")] public static void Take(TriggerEvent<string> e, int more) { }")]
    [InlineData("[Workflow, OnEvent(\"a\")] public static void Take(TriggerEvent<string> e, [Input] int more) { }")]
    [InlineData("[Workflow, OnEvent(\"a\")] public static void Take(TriggerEvent<WebhookDelivery> e) { }")]
    [InlineData("[Workflow, OnEvent(\"a\")] public static void Take(WebhookDelivery<List<RunTrigger>> e) { }")]
    public async Task Component_that_no_event_could_give_its_parameter_is_left_out(string component)
    {
        var project = new ProjectUnderTest(Usings + $"public static class Orders {{ {component} }}").Build();

        Assert.Empty((await project.ManifestAsync())["components"]!.AsArray());
    }

    [Fact]
    public void Workflow_with_filters() => Snapshot.Verify(Descriptor(new ProjectUnderTest(Usings + """
        public sealed record Order(string Id, decimal Total);
        public static class Orders
        {
            [Workflow]
            [OnEvent("order.created", Filter = nameof(IsLarge)), OnWebhook("Stripe", "charge.succeeded", Filter = nameof(IsLive)), OnEvent("order.lost")]
            public static Task<string> ShipAsync(WorkflowContext ctx, TriggerEvent<Order> order, WebhookDelivery delivery) => Task.FromResult(order.Id);

            internal static bool IsLarge(Order order) => order.Total > 100;
            internal static bool IsLive(WebhookDelivery<JsonElement> delivery) => delivery.Payload.GetProperty("livemode").GetBoolean();
        }
        """) { AssemblyName = "Shop", RootNamespace = "Shop" }));

    [Fact]
    public void Workflow_with_one_filter_and_no_input() => Snapshot.Verify(Descriptor(new ProjectUnderTest(Usings + """
        public static class Orders
        {
            [Workflow, OnEvent("order.created", Filter = nameof(IsLarge)), OnEvent("order.created", Id = "second", Filter = nameof(IsSmall))]
            public static void Ship() { }

            internal static bool IsLarge(JsonElement order) => true;
            internal static bool IsSmall(WebhookDelivery order) => true;
        }
        """) { AssemblyName = "Shop", RootNamespace = "Shop" }));

    private static string Descriptor(ProjectUnderTest project)
    {
        var generated = project.Generate();
        generated.Build();
        return generated.Files.Single(static file => file.Key.StartsWith("Agnt5.Component.", StringComparison.Ordinal)).Value;
    }

    private static string Event(string data) => $$"""{"event":{"id":"e-1","name":"a","data":{{data}}},"target_kind":"deployment_id"}""";

    private static string Plain(string schema) => System.Text.RegularExpressions.Regex.Replace(schema, ""","(minimum|maximum)":-?\d+|,"required":\[[^\]]*\]""", "");
}
