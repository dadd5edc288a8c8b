using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests;

/// <summary>A mistake is told once. A second finding on the same cause would send its reader to change what is fine.</summary>
public sealed class OneFindingTests
{
    private const string Types = """
        using System.Net.Http;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;

        public sealed record Order(string Id, decimal Total);
        public interface IPayments { Task<string> ChargeAsync(Order order); }
        public sealed class Billing(IPayments payments, HttpClient http) { public Task<string> BillAsync(Order order) => http is null ? null! : payments.ChargeAsync(order); }
        public abstract class Shape { public string Name { get; set; } = ""; }
        public sealed class Handle { public IntPtr Pointer { get; set; } public Stream Content { get; set; } = null!; }
        public ref struct Window { public int Size; }

        """;

    /// <summary>Types with one faulty component each, and the rule that tells of it.</summary>
    public static TheoryData<string, string> Declarations => new()
    {
        // A method that generated code cannot call, in a type that it cannot construct either.
        { "AGT1004", "public struct Orders<T> { [Function] public void Ship(Order order) { } }" },
        { "AGT1004", "public abstract class Orders<T> { [Workflow] public void Ship(WorkflowContext ctx, Order order) { } }" },
        { "AGT1004", "public interface IOrders { [Function] void Ship<T>(T order); }" },
        { "AGT1004", "public interface IOrders<T> { [Function] void Ship(T order); }" },
        { "AGT1004", "public class Orders { private Orders() { } [Function] public void Ship<T>(T order) { } }" },
        { "AGT1004", "public class Orders<T>(WorkflowContext ctx) { [Workflow] public string Ship() => ctx.RunId; }" },
        { "AGT1004", "public static class Orders { [Function] public static Task<T> Ship<T>(T order) => Task.FromResult(order); }" },
        { "AGT1004", "public static class Orders { [Function] public static IEnumerable<IAsyncEnumerable<T>> Ship<T>(List<T> orders) => null!; }" },
        { "AGT1004", "public static class Orders { [Tool(Description = \"Ships.\")] public static void Ship<T>(T order) { } }" },
        { "AGT1004", "public static class Orders { [Agent] public static T Ship<T>(string message) => default!; }" },
        { "AGT1004", "public static class Orders { [Workflow] public static void Ship(ref HttpContext http) { } }" },
        { "AGT1004", "public static class Orders { [Workflow] public static void Ship(out ILogger log) => log = null!; }" },
        { "AGT1004", "public static class Orders { [Function] public static void Ship(Window window) { } }" },
        { "AGT1004", "public static class Orders { [Function] public static void Ship([Input] string id, int count) { } }" },
        { "AGT1004", "public static class Orders { [Workflow] public static void Ship(WorkflowContext ctx, TriggerEvent<Order> order) { } }" },
        { "AGT1004", "public static class Orders { [Workflow, OnEvent(\"a\")] public static void Ship(WorkflowContext ctx, TriggerEvent<Order> order, int count) { } }" },
        { "AGT1004", "public static class Orders { [Function, Obsolete(\"gone\", true)] public static void Ship(Order order) { } }" },

        // A place that generated code cannot reach.
        { "AGT1001", "public class Orders { [Function] private void Ship(Order order) { } }" },
        { "AGT1001", "public class Outer { private sealed class Inner { [Function] public void Ship(Order order) { } } }" },
        { "AGT1001", "file class Hidden { [Function] public static Hidden Ship(Hidden order) => order; }" },
        { "AGT1001", "public class Outer { private record Secret; [Function] private static Secret Ship(Secret order) => order; }" },

        // A class that cannot be constructed.
        { "AGT1008", "public interface IOrders { [Function] void Ship(Order order); }" },
        { "AGT1008", "public abstract class Orders(WorkflowContext ctx) { [Workflow] public string Ship() => ctx.RunId; }" },
        { "AGT1008", "public class Orders(WorkflowContext ctx) { [Workflow] public string Ship(Order order) => ctx.RunId; }" },
        { "AGT1008", "public class Orders(CancellationToken token) { [Function] public bool Ship(Order order) => token.IsCancellationRequested; }" },
        { "AGT1008", "public class Orders(ref int count) { public int Count = count; [Function] public void Ship(Order order) { } }" },
        { "AGT1008", "public class Orders { public required string Region { get; set; } [Function] public void Ship(Order order) { } }" },

        // A service, or an object of a request, without a mark.
        { "AGT1017", "public static class Orders { [Function] public static void Ship(HttpContext http) { } }" },
        { "AGT1017", "public static class Orders { [Function] public static void Ship(Order order, HttpResponse response) { } }" },
        { "AGT1017", "public static class Orders { [Function] public static void Ship([Input] Order order, ILogger<Order> log) { } }" },
        { "AGT1017", "public static class Orders { [Function] public static void Ship(Billing billing) { } }" },
        { "AGT1017", "public static class Orders { [Tool(Description = \"Ships.\")] public static void Ship(IPayments payments) { } }" },
        { "AGT1017", "public static class Orders { [Agent] public static string Ship(AgentContext ctx, string message, HttpClient http) => message; }" },
        { "AGT1017", "public static class Orders { [Workflow, Cron(\"0 3 * * *\")] public static void Ship(WorkflowContext ctx, IPayments payments) { } }" },
        {
            "AGT1017",
            "public static class Orders { [Workflow, OnEvent(\"a\"), Concurrency(2, KeyExpression = \"input.event.data.id\")] public static void Ship(Order order, IPayments payments) { } }"
        },
        { "AGT1017", "public static class Orders { [Workflow, OnEvent(\"a\")] public static void Ship(TriggerEvent<Order> order, IPayments payments) { } }" },
        { "AGT1009", "public static partial class Orders { [Agent(Model = \"m\")] public static partial Task<string> Ship(AgentContext ctx, string message, HttpClient http); }" },
        { "AGT1009", "public static partial class Orders { [Agent(Model = \"m\")] public static partial Task<string> Ship(AgentContext ctx, HttpClient http, string message); }" },

        // Results and contexts.
        { "AGT1005", "public static class Orders { [Function] public static Task<IQueryable<Order>> Ship() => null!; }" },
        { "AGT1005", "public static class Orders { [Function] public static Task<Task<HttpContext>> Ship() => null!; }" },
        { "AGT1005", "public static class Orders { [Function] public static Func<HttpContext> Ship() => null!; }" },
        { "AGT1005", "public static class Orders { [Workflow] public static async void Ship(WorkflowContext ctx) => await ctx.YieldIfNeededAsync(); }" },
        { "AGT1006", "public static class Orders { [Function] public static void Ship(WorkflowContext ctx, Order order) { } }" },
        { "AGT1006", "public static class Orders { [Workflow] public static void Ship(WorkflowContext ctx, FunctionContext other) { } }" },
        { "AGT1006", "public static partial class Orders { [Agent(Model = \"m\")] public static partial Task<string> Ship(FunctionContext ctx, string message); }" },
        { "AGT1007", "public static class Orders { [Workflow, Tool(Description = \"Ships.\")] public static void Ship(WorkflowContext ctx, string id) { } }" },
        { "AGT1007", "public static class Orders { [Workflow, Agent] public static string Ship(AgentContext ctx, string message) => message; }" },
        { "AGT1002", "public static class Orders { [Workflow(\" \")] public static void Ship(WorkflowContext ctx) { } }" },
        { "AGT1009", "public partial class Orders { [Agent(Model = \"m\")] public partial Task<string> Ship(AgentContext ctx, string message); }" },
        { "AGT1009", "public static partial class Orders { [Agent(Model = \" \")] public static partial Task<string> Ship(AgentContext ctx, string message); }" },
        { "AGT1009", "public static partial class Orders { [Agent(Model = \"m\")] public static partial Task<string> Ship(AgentContext ctx, Order order); }" },
        { "AGT1009", "public static partial class Orders { [Agent(Model = \"m\")] public static partial Task<string> Ship(AgentContext ctx, [Input] string message); }" },
        { "AGT1013", "public static class Orders { [Function, Cron(\"every day\")] public static void Ship() { } }" },
        { "AGT1013", "public static class Orders { [Tool(Description = \"Ships.\"), Concurrency(0)] public static void Ship() { } }" },

        // Types.
        { "AGT2001", "public static class Orders { [Function] public static void Ship(Stream content) { } }" },
        { "AGT2001", "public static class Orders { [Function] public static void Ship(Func<Order> order) { } }" },
        { "AGT2001", "public static class Orders { [Function] public static HttpContext Ship() => null!; }" },
        { "AGT2001", "public static class Orders { [Function] public static Task<HttpResponseMessage> Ship() => null!; }" },
        { "AGT2001", "[JsonDerivedType(typeof(Order), \"order\")] public abstract class Cargo; public static class Orders { [Function] public static void Ship(Cargo cargo) { } }" },
        { "AGT2003", "[JsonDerivedType(typeof(Box), \"box\")] "
            + "[JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\")] public abstract class Cargo; public sealed class Box : Cargo { public int Kind { get; set; } } "
            + "public static class Orders { [Function] public static void Ship(Cargo cargo) { } }" },
        { "AGT2004", "public static class Orders { [Function] public static void Ship(Shape shape) { } }" },
        { "AGT2004", "public static class Orders { [Function] public static void Ship(List<IPayments> shapes) { } }" },
        { "AGT2004", "public static class Orders { [Workflow, Concurrency(2, KeyExpression = \"input.name\")] public static void Ship(WorkflowContext ctx, Shape shape) { } }" },
        { "AGT2003", "public static class Orders { [Function] public static void Ship(string id, string Id) { } }" },

        // Triggers and policies.
        { "AGT3007", "public static class Orders { [Workflow, Cron(\"every day\")] public static void Ship(WorkflowContext ctx) { } }" },
        { "AGT3008", "public static class Orders { [Workflow, OnEvent(\" \")] public static void Ship(WorkflowContext ctx) { } }" },
        { "AGT3008", "public static class Orders { [Workflow, OnWebhook(\"unknown source\", \"a\")] public static void Ship(WorkflowContext ctx) { } }" },
        { "AGT3010", "public static class Orders { [Workflow, OnEvent(\"a\", Filter = \"input.total > 3\")] public static void Ship(WorkflowContext ctx, Order order) { } }" },
        { "AGT3011", "public static class Orders { [Workflow, Cron(\"0 3 * * *\")] public static void Ship(WorkflowContext ctx, Order order) { } }" },
        { "AGT3002", "public static class Orders { [Workflow, Retries(0)] public static void Ship(WorkflowContext ctx) { } }" },
        { "AGT3002", "public static class Orders { [Workflow, Throttle(0, PeriodMs = 1000)] public static void Ship(WorkflowContext ctx) { } }" },
        { "AGT3003", "public static class Orders { [Workflow, Concurrency(2, Key = \"a\", KeyExpression = \"input.id\")] public static void Ship(WorkflowContext ctx, Order order) { } }" },
        { "AGT3004", "public static class Orders { [Workflow, OnEvent(\"a\"), Concurrency(2, KeyExpression = \"input.missing\")] public static void Ship(WorkflowContext ctx, Order order) { } }" },
        { "AGT3005", "public static class Orders { [Workflow, Priority(Expression = \"input.missing\")] public static void Ship(WorkflowContext ctx, Order order) { } }" },
        { "AGT3006", "public static class Orders { [Workflow, Singleton(Mode = SingletonMode.Skip)] public static void Ship(WorkflowContext ctx) { } }" },
        { "AGT3001", "public static class Orders { [Workflow, Batch(MaxSize = 0)] public static void Ship(WorkflowContext ctx) { } }" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public async Task One_mistake_gives_one_finding(string ruleId, string declaration)
    {
        var findings = await CompilerRun.AnalyzeAsync(CompilerRun.Compile(Types + declaration));

        var told = findings.Where(static finding => !Verify.IsCommon(finding) && finding.Severity > DiagnosticSeverity.Info);
        Assert.Equal([ruleId], told.Select(static finding => $"{finding.Id}").Order(StringComparer.Ordinal));
    }

    /// <summary>What has to change twice is told twice, so that one build shows all of it.</summary>
    [Theory]
    [InlineData("AGT1001 AGT1008", "public abstract class Orders { [Function] protected abstract void Ship(Order order); }")]
    [InlineData("AGT1001 AGT1008", "public class Outer { private sealed class Inner { private Inner() { } [Function] public void Ship(Order order) { } } }")]
    [InlineData("AGT1005 AGT1017", "public static class Orders { [Function] public static Task<IQueryable<Order>> Ship(IPayments payments) => null!; }")]
    [InlineData("AGT1006 AGT1017", "public static class Orders { [Workflow] public static void Ship(FunctionContext ctx, IPayments payments) { } }")]
    [InlineData("AGT1017 AGT1017", "public static class Orders { [Workflow] public static void Ship(IPayments payments, HttpClient http) { } }")]
    [InlineData(
        "AGT3003 AGT3004",
        "public static class Orders { [Workflow, Concurrency(2, Key = \"a\", KeyExpression = \"input.missing\")] public static void Ship(WorkflowContext ctx, Order order) { } }")]
    [InlineData("AGT3002 AGT3002", "public static class Orders { [Workflow, Throttle(0)] public static void Ship(WorkflowContext ctx) { } }")]
    public async Task Two_mistakes_give_two_findings(string ruleIds, string declaration)
    {
        var findings = await CompilerRun.AnalyzeAsync(CompilerRun.Compile(Types + declaration));

        Assert.Equal(ruleIds, string.Join(' ', findings.Where(static finding => !Verify.IsCommon(finding)).Select(static finding => finding.Id).Order(StringComparer.Ordinal)));
    }
}
