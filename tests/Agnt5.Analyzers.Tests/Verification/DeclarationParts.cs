namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>The parts of declarations, sound and unsound.</summary>
internal static class DeclarationParts
{
    public const string Types = """
        using System.Text.Json;
        using System.Linq.Expressions;
        using System.Text.Json.Serialization;
        using Microsoft.Extensions.DependencyInjection;

        public sealed record Line(string Article, int Count);
        public sealed record Order(string Id, decimal Total, List<Line> Lines, Dictionary<string, Line> ByName, DateTimeOffset At, DayOfWeek Day, Line? First = null);
        public sealed record Receipt(string Id, double? Total);
        public sealed class Node { public string Name { get; set; } = ""; public Node? Next { get; set; } }
        public sealed class Box<T> { public T? Value { get; set; } }
        public struct Point { public int X { get; set; } public int Y { get; set; } }
        public abstract record Shape(string Name);
        [JsonDerivedType(typeof(Dog), "dog")] public abstract record Animal(string Name);
        public sealed record Dog(string Name, int Age) : Animal(Name);
        public interface IMessage { string To { get; } }
        public sealed class Twice { public int Count { get; set; } public int count { get; set; } }
        public sealed class Closed { private Closed() { } public int Count { get; set; } }
        public sealed class WrittenOnly { public List<int> Numbers { get; set; } = []; public int Sum => 3; public Guid Id { get; } = Guid.Empty; }
        [JsonDerivedType(typeof(Hidden), "hidden")] public class Opened { private sealed class Hidden : Opened; }
        public sealed class Own : JsonConverter<Money>
        {
            private Own() { }
            public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => default;
            public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) { }
        }
        [JsonConverter(typeof(Own))] public struct Money;
        [Retries(3), Concurrency(2, KeyExpression = "input.id")] public sealed class PatientAttribute : Attribute;
        [Retries(0), Throttle(5)] public sealed class HastyAttribute : Attribute;
        public static class Words { public const string Padded = " padded"; public const string Good = "good"; }

        """;

    public static readonly string[] Names =
    [
        "(\"\")", "(\" \")", "(Words.Padded)", "(\"a\\nb\")", "(name: \"a\\tb\")", "(\"shared\")", "(\"shared\")", "(\"shared\")", "(\"shared\")",
        "(null)", "(nameof(Words))", "(Description = \"what it does\")", "(MaxConcurrency = 0)", "(MaxConcurrency = 5, Priority = 3)",
        "(\"größe.v2/x\" + \"y\")", "Attribute()",
    ];

    public static readonly string[] Agents =
    [
        "(Model = \"m\")", "(Model = \"m\")", "(Model = \"m\")", "(Model = \"m\")", "(Model = \"m\")", "(Model = \"m\", Tools = [\"missing\"], Handoffs = [\"shared\"])",
        "(Model = \" \")", "(Instructions = \"Be kind.\")", "(Model = \"m\", Instructions = \"a\", InstructionsFile = \"b.md\")", "(\"shared\", Model = \"m\", Temperature = 2)",
        "(Model = \"m\", InstructionsMethod = \"ToString\")", "(Model = \"m\", Temperature = 2.1)", "(Model = \"m\", MaxIterations = 0)", "(Model = \"m\", ToolErrors = (ToolErrorHandling)7)",
    ];

    public static readonly string[] ComponentAttributes = ["Workflow", "Function(\"other\")", "Tool(RequiresConfirmation = true)", "Agent(Model = \"m\")"];

    /// <summary>Types, with a method at M, and the method's modifiers.</summary>
    public static readonly (string Type, string Modifiers)[] Places =
    [
        ("public class C { M }", "public"),
        ("public class C(IServiceProvider services, int count = 3) { public override string ToString() => $\"{services} {count}\"; M }", "public virtual"),
        ("public sealed record C { M }", "public"),
        ("public struct C { M }", "public"),
        ("public readonly struct C { M }", "public static"),
        ("public interface IC { M }", "public static"),
        ("internal static class C { M }", "internal static"),
        ("internal class C { M }", "protected internal"),
        ("public static class C { M }", "private static"),
        ("public class C { M }", "private protected"),
        ("public class C { M }", "protected"),
        ("public static class Outer { private static class C { M } }", "public static"),
        ("public class Outer { protected class C { M } }", "public"),
        ("public class Outer { public class C { M } }", "public"),
        ("file static class C { M }", "public static"),
        ("public static class C<T> { M }", "public static"),
        ("public class Outer<T> { public class C { M } }", "public"),
        ("public abstract class C { M }", "public"),
        ("public abstract class C { M }", "public abstract"),
        ("public class C { private C() { } M }", "public"),
        ("public class C { public C() { } public C(int count) { } M }", "public"),
        ("public class C { public C(ref int count) { } M }", "public"),
        ("public class C { public required string Name { get; set; } M }", "public"),
    ];

    public static readonly string[] Returns =
    [
        "void", "Task", "ValueTask", "Receipt", "Receipt?", "ValueTask<Receipt?>", "Task<int[]>", "IAsyncEnumerable<Line>", "Task<(int Low, string High)>",
        "Task<JsonElement>", "List<Order>", "Task<Animal>", "async void", "async Task", "Task<Task<int>>", "IQueryable<int>", "Stream", "Task<Func<int>>",
        "Action", "Task<Shape>", "Task<object>", "Type", "Task<Twice>", "Task<IAsyncEnumerable<int>>", "IAsyncEnumerable<Stream>",
        "Task<Dictionary<Line, int>>", "Task<Money>", "Expression<Func<int>>", "Span<int>", "int*", "Task<Box<Stream>>", "Task<Opened>",
        "Task<WrittenOnly>", "dynamic", "nint",
    ];

    public static readonly string[] Parameters =
    [
        "int", "string", "string?", "Guid", "Order", "Order?", "Node", "Point", "Point?", "List<Order>", "int[]", "Dictionary<string, Line>",
        "(int Low, string High)", "DayOfWeek", "JsonElement", "ReadOnlyMemory<byte>", "Uri", "Box<List<Line>>", "Animal", "int = 3", "string? = null",
        "DayOfWeek = DayOfWeek.Monday", "Order? = null", "params int[]", "[Input] string", "[Input] Order", "[FromServices] IServiceProvider",
        "[FromKeyedServices(\"a\")] Stream", "CancellationToken", "CancellationToken = default", "WorkflowContext", "FunctionContext", "AgentContext", "ComponentContext",
        "ref int", "in int", "ref Order", "out int", "Span<int>", "ReadOnlySpan<char>", "int*", "Stream", "Func<int>", "Task", "Type", "object", "dynamic",
        "Dictionary<Line, int>", "Shape", "IMessage", "Twice", "Closed", "WrittenOnly", "Money", "Box<Stream>", "List<Func<int>>", "Expression<Func<int>>",
        "Exception", "nint", "IServiceProvider", "Node[,]", "Opened", "[Input] Opened",
        "TriggerEvent<Order>", "WebhookDelivery", "WebhookDelivery<Order>", "TriggerEvent<Stream>",
    ];

    public static readonly string[] Policies =
    [
        "Patient", "Patient", "Hasty", "Priority(Expression = \"input.total\")", "Batch(MaxSize = 10, WindowMs = 1000)", "Batch",
        "Retries(3)", "Retries(3, InitialIntervalMs = 0, Backoff = BackoffKind.Exponential, Multiplier = 2)", "Retries(0)", "Retries(101)",
        "Retries(3, Multiplier = 0.5)", "Retries(3, Multiplier = double.NaN)", "Retries(3, Backoff = (BackoffKind)9)", "Concurrency(2)",
        "Concurrency(2, KeyExpression = \"input.id\")", "Concurrency(-1)", "Concurrency(1, Scope = (ConcurrencyScope)77)",
        "Concurrency(2, KeyExpression = \"input.missing\")", "Concurrency(2, Key = \"a\", KeyExpression = \"input.id\")",
        "Concurrency(2, KeyExpression = \"input.lines\")", "Concurrency(2, KeyExpression = \"input.first.article\")",
        "Concurrency(2, KeyExpression = \"order.id\")", "Concurrency(2, KeyExpression = \"input.byName.tea.count\")", "Concurrency(2, Key = \"\")",
        "Throttle(10, PeriodMs = 1000)", "Throttle(10)", "Throttle(10, PeriodMs = 1, WindowMs = 2)", "RateLimit(0, WindowMs = 5)",
        "RateLimit(5, WindowMs = -5)", "RateLimit(5, WindowMs = 60_000, KeyExpression = \"input.day\")", "Debounce(0)", "Debounce(500, Key = Words.Good)",
        "Priority(PriorityLevel.Batch)", "Priority((PriorityLevel)12)", "Priority(-4)", "Singleton",
        "Singleton(Mode = SingletonMode.Skip)", "Singleton(Mode = SingletonMode.Queue, KeyExpression = \"input.id\")",
        "Singleton(Mode = (SingletonMode)5)", "Idempotency(TtlMs = 1)", "Idempotency(TtlMs = 0)", "Idempotency(KeyExpression = \"input.at\")",
        "Cron(\"0 9 * * MON\")", "Cron(\"*/15 8-18 1,15 jan-jun 1-5\")", "Cron(\"0 9 * *\")",
        "Cron(\"61 * * * *\")", "Cron(\"0 0 30 2 *\")", "Cron(\"0 0 0 * * *\")", "Cron(\"@daily\")", "Cron(\"\")", "OnEvent(\"order.created\")",
        "OnEvent(\"order.created\", Id = \"a\")", "OnEvent(\"order.paid\", Id = \"a\")", "OnEvent(\"\")", "OnEvent(\"order created\")",
        "OnEvent(\"order..created\")", "OnEvent(Words.Padded)", "OnEvent(\"order.created\", BatchWindowMs = 100)",
        "OnEvent(\"order.created\", Filter = \"IsAny\")", "OnWebhook(\"GitHub\", \"opened\", Filter = \"IsLarge\")", "OnEvent(\"order.created\", Filter = \"isAny\")",
        "OnEvent(\"order.created\", Delay = \"5m\")", "OnWebhook(\"paypal\", \"paid\")",
        "OnEvent(\"order.created\", Delay = \"5m\", Filter = \"event.total > 3\", InputMapping = \"event\")", "OnWebhook(\"stripe\", \"charge.failed\")",
        "OnWebhook(\"\", \"charge\")", "OnWebhook(\"stripe\", \"a b\")", "OnWebhook(\"str!pe\", \"charge\", Id = \"a\")", "OnEvent(\"x\", Id = \" \")",
    ];
}
