using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests;

/// <summary>Whoever does what a message says has code that works, and hears nothing more.</summary>
public sealed class AdviceTests
{
    private const string Types = """
        using System.Diagnostics.CodeAnalysis;
        using System.Text.Json.Serialization;

        public sealed record Order(string Id, decimal Total);

        """;

    public static TheoryData<string, string, string> Advice => new()
    {
        { "make it internal or public", "public class Orders { [Function] private void Ship() { } }", "public class Orders { [Function] internal void Ship() { } }" },
        { "remove 'file'", "file class Orders { [Function] public void Ship() { } }", "class Orders { [Function] public void Ship() { } }" },
        {
            "make it a public method",
            "public interface IShip { void Ship(); } public class Orders : IShip { [Function] void IShip.Ship() { } }",
            "public interface IShip { void Ship(); } public class Orders : IShip { [Function] public void Ship() { } }"
        },
        { "leave it out to get 'ship'", "public class Orders { [Function(\" \")] public void Ship() { } }", "public class Orders { [Function] public void Ship() { } }" },
        {
            "rename one of them",
            "public class Orders { [Function] public void Ship() { } [Function] public void ShipAsync(string id) { } }",
            "public class Orders { [Function] public void Ship() { } [Function] public void ShipOne(string id) { } }"
        },
        {
            "move its body to one",
            "public class Orders { public void Run() { [Function] void Ship() { } Ship(); } }",
            "public class Orders { public void Run() => Ship(); [Function] public void Ship() { } }"
        },
        { "use an array or a list", "public class Orders { [Function] public void Ship(Span<int> ids) { } }", "public class Orders { [Function] public void Ship(int[] ids) { } }" },
        { "or make it a warning", "public class Orders { [Function, Obsolete(\"a\", true)] public void Ship() { } }", "public class Orders { [Function, Obsolete(\"a\")] public void Ship() { } }" },
        {
            "remove [Input] or the other parameters",
            "public class Orders { [Function] public void Ship([Input] string id, int count) { } }",
            "public class Orders { [Function] public void Ship(string id, int count) { } }"
        },
        {
            "declare [OnEvent] or [OnWebhook]",
            "public class Orders { [Workflow] public void Ship(TriggerEvent<Order> order) { } }",
            "public class Orders { [Workflow, OnEvent(\"order.created\")] public void Ship(TriggerEvent<Order> order) { } }"
        },
        {
            "make it a [Workflow] and declare [OnEvent] or [OnWebhook]",
            "public class Orders { [Function] public void Ship(TriggerEvent<Order> order) { } }",
            "public class Orders { [Workflow, OnWebhook(\"slack\", \"message\")] public void Ship(TriggerEvent<Order> order) { } }"
        },
        {
            "or take the payload itself",
            "public class Orders { [Function] public void Ship(TriggerEvent<Order> order) { } }",
            "public class Orders { [Function] public void Ship(Order order) { } }"
        },
        { "return Task", "public class Orders { [Function] public async void Ship() => await Task.Yield(); }", "public class Orders { [Function] public async Task Ship() => await Task.Yield(); }" },
        {
            "return that, or a list",
            "public class Orders { [Function] public Task<IAsyncEnumerable<int>> Ship() => null!; }",
            "public class Orders { [Function] public IAsyncEnumerable<int> Ship() => null!; }"
        },
        {
            "take a FunctionContext",
            "public class Orders { [Function] public void Ship(WorkflowContext ctx) { } }",
            "public class Orders { [Function] public void Ship(FunctionContext ctx) { } }"
        },
        {
            "or a ComponentContext",
            "public class Orders { [Function] public void Ship(WorkflowContext ctx) { } }",
            "public class Orders { [Function] public void Ship(ComponentContext ctx) { } }"
        },
        { "or make it static", "public interface IOrders { [Function] void Ship(); }", "public interface IOrders { [Function] static void Ship() { } }" },
        {
            "keep one of them public",
            "public class Orders { public Orders() { } public Orders(IServiceProvider services) { } [Function] public void Ship() { } }",
            "public class Orders { internal Orders() { } public Orders(IServiceProvider services) { } [Function] public void Ship() { } }"
        },
        {
            "take constructor parameters in their place",
            "public class Orders { public required TimeProvider Time { get; init; } [Function] public void Ship() { } }",
            "public class Orders(TimeProvider time) { public TimeProvider Time => time; [Function] public void Ship() { } }"
        },
        {
            "set them in the constructor and mark it [SetsRequiredMembers]",
            "public class Orders { public required TimeProvider Time { get; init; } [Function] public void Ship() { } }",
            "public class Orders { [SetsRequiredMembers] public Orders(TimeProvider time) => Time = time; public required TimeProvider Time { get; init; } [Function] public void Ship() { } }"
        },
        {
            "take it as a parameter of the method",
            "public class Orders(WorkflowContext ctx) { [Workflow] public string Ship() => ctx.RunId; }",
            "public class Orders { [Workflow] public string Ship(WorkflowContext ctx) => ctx.RunId; }"
        },
        {
            "mark it [FromServices]",
            "public class Orders { [Function] public void Ship(Order order, TimeProvider time) { } }",
            "public class Orders { [Function] public void Ship(Order order, [FromServices] TimeProvider time) { } }"
        },
        {
            "declare the derived types with [JsonDerivedType]",
            "public interface IParcel { double Weight(); } public sealed record Box(double Size) : IParcel { public double Weight() => Size; } "
                + "public class Orders { [Function] public void Ship(IParcel parcel) { } }",
            "[JsonDerivedType(typeof(Box), \"box\")] public interface IParcel { double Weight(); } public sealed record Box(double Size) : IParcel { public double Weight() => Size; } "
                + "public class Orders { [Function] public void Ship(IParcel parcel) { } }"
        },
        {
            "take the values that it needs, by themselves or in a record",
            "public class Orders { [Function] public void Ship(Microsoft.AspNetCore.Http.HttpContext http) { } }",
            "public sealed record Caller(string Name, string Address); public class Orders { [Function] public void Ship(Caller caller) { } }"
        },
        {
            "a WebhookDelivery as another parameter",
            "public class Orders { [Workflow, OnWebhook(\"slack\", \"message\")] public void Ship(WebhookDelivery<WebhookDelivery> order) { } }",
            "public class Orders { [Workflow, OnWebhook(\"slack\", \"message\")] public void Ship(Order order, WebhookDelivery delivery) { } }"
        },
        {
            "set PeriodMs or WindowMs",
            "public class Orders { [Function, Throttle(2)] public void Ship() { } }",
            "public class Orders { [Function, Throttle(2, PeriodMs = 1000)] public void Ship() { } }"
        },
        {
            "use Key, or take the input that has the key",
            "public class Orders { [Function, Concurrency(2, KeyExpression = \"input.id\")] public void Ship() { } }",
            "public class Orders { [Function, Concurrency(2, Key = \"all\")] public void Ship() { } }"
        },
        {
            "so remove the other",
            "public class Orders { [Function, Concurrency(2, Key = \"a\", KeyExpression = \"input.id\")] public void Ship(Order order) { } }",
            "public class Orders { [Function, Concurrency(2, KeyExpression = \"input.id\")] public void Ship(Order order) { } }"
        },
    };

    [Theory]
    [MemberData(nameof(Advice))]
    public async Task What_a_message_says_works(string advice, string before, string after)
    {
        var told = Assert.Single(await FindAsync(before), static finding => finding.Severity >= DiagnosticSeverity.Warning);
        Assert.Contains(advice, Text(told), StringComparison.Ordinal);

        Assert.DoesNotContain(await FindAsync(after), static finding => finding.Severity >= DiagnosticSeverity.Warning);
        Assert.NotEmpty((await Agreement.OfAsync(CompilerRun.Compile(Types + after))).Emitted);
    }

    private static async Task<IEnumerable<Diagnostic>> FindAsync(string source) => await CompilerRun.AnalyzeAsync(CompilerRun.Compile(Types + source));

    private static string Text(Diagnostic finding) => finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
