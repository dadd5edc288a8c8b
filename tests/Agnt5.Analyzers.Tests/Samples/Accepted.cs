// What every rule lets pass, however unusual, and the generator must emit so that it compiles.
using global::System.Collections;
using global::System.Collections.Concurrent;
using global::System.Collections.Frozen;
using global::System.Collections.Immutable;
using global::System.Collections.ObjectModel;
using global::System.ComponentModel;
using global::System.Numerics;
using global::System.Text.Json;
using global::System.Text.Json.Nodes;
using global::System.Text.Json.Serialization;
using global::System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Shop.System
{
    public enum @class { @event, B = 5 }

    public sealed record Order(string Id, @class Kind = @class.B, decimal Total = 1.5m, int? Count = null) { public required string Region { get; init; } }

    public struct Point { public int X { get; set; } public int Y { get; set; } }

    public sealed class Box<T> { public T? Value { get; set; } public List<Box<T>>? Next { get; set; } }

    public static class Functions
    {
        [Function] public static string Quotes(string text = "a\"b\\c\n\u2028{}", char letter = '\'') => text + letter;
        [Function] public static double Fractions(double a = double.NaN, float b = float.PositiveInfinity, decimal c = -0.1m) => a;
        [Function] public static long Integers(long a = long.MinValue, ulong b = ulong.MaxValue, byte c = 255) => a;
        [Function] public static @class Enums(@class kind = @class.@event, @class? other = null, @class odd = (@class)7, DayOfWeek day = 0) => kind;
        [Function] public static Point Structs(Point point = default, Guid id = default, DateTime when = default, Point? maybe = null) => point;
        [Function] public static Box<Order>? Generics(Box<int?> box, Box<string> text) => null;
        [Function] public static void Keywords(string @event, int @class, bool @namespace = true) { }
        [Function] public static Order @return(Order @in) => @in;
        [Function] public static string Extension(this string text) => text;
        [Function] public static string Whole([Input] string text = "x") => text;
        [Function] public static int[]? Arrays(params int[] numbers) => numbers;
        [Function] public static IReadOnlyDictionary<string, List<Order?>?> Nested(Dictionary<string, Order> orders) => null!;
        [Function, Obsolete("later")] public static string Old() => "";
        [Tool(RequiresConfirmation = true, Description = "\"quoted\" { } \u001f")] public static JsonNode? Untyped(JsonElement? anything) => null;
        [Function] public static async IAsyncEnumerable<Order?> Streams(Order order) { await Task.Yield(); yield return order; yield return null; }
        [Tool(Description = "Looks.")] public static IAsyncEnumerable<JsonNode?>? OptionalStream() => null;
        [Function] public static void Context(ComponentContext context, CancellationToken a, CancellationToken? b = null, CancellationToken c = default) { }
        [Function] public static string Services([FromServices] IServiceProvider a, [FromServices] IDisposable? b, [FromServices] int c = 3) => "";
        [Function] public static string Keys([FromKeyedServices(@class.B)] IServiceProvider a, [FromKeyedServices(typeof(Box<>))] Stream b) => "";
        [Function] public static string OptionalKeys([FromKeyedServices(null)] Stream? a = null, [FromKeyedServices('x')] Stream? b = null) => "";
    }

    [Obsolete("old class")]
    public class Outer
    {
        public partial class Nested(IServiceProvider services, [FromServices] Stream? stream = null, int count = 3, @class kind = @class.B)
            : IDisposable, IAsyncDisposable
        {
            [Workflow] public virtual async Task<Order?> RunAsync(WorkflowContext context, Order order, int retries = 3)
            {
                var text = await context.StepAsync("a", () => services.ToString() + stream + count + kind);
                var tuple = await context.StepAsync<Box<Point?>>("b", async token => { await Task.Yield(); return new(); });
                await context.StepAsync("c", () => { });
                return await context.StepAsync<Order?>("d", () => Task.FromResult<Order?>(order));
            }

            [Workflow] public ValueTask Partial() => default;
            [Workflow] public IAsyncEnumerable<Point?> Stream(WorkflowContext context) => throw new NotImplementedException();
            [Function] public static void StaticBeside() { }
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }
    }

    public static partial class Halves
    {
        public static partial string Other(string text);
    }

    public static partial class Halves
    {
        [Function]
        public static partial string Other(string text) => text;
    }

    public interface IStatics
    {
        [Function] static string OnInterface() => "";
    }

    public readonly struct Statics
    {
        [Function] public static string OnStruct() => "";
    }

#nullable disable
    public class Oblivious
    {
        [Function] public string Old2(string text, List<string> texts) => text;
    }
#nullable restore
}

namespace Shop.Types
{
    public sealed record Numbers(sbyte A, byte B, short C, ushort D, int E, uint F, long G, ulong H, Int128 I, UInt128 J, BigInteger K, Half L, float M, double N, decimal O);

    public sealed record Texts(
        char Letter, string Text, Uri Link, Version Version, Guid Id, byte[] Bytes, ReadOnlyMemory<byte> Memory, DateTime Time, DateTimeOffset Moment, DateOnly Day, TimeOnly Clock, TimeSpan Length);

    public sealed record Lists(
        int[][] Arrays, List<int> List, IList<int> IList, ICollection<int> ICollection, IEnumerable<int> IEnumerable, IReadOnlyList<int> IReadOnlyList,
        IReadOnlyCollection<int> IReadOnlyCollection, LinkedList<int> LinkedList, Collection<int> Collection, ObservableCollection<int> ObservableCollection,
        ReadOnlyCollection<int> ReadOnlyCollection, Memory<int> Memory, Numbered Own);

    public sealed record Sets(HashSet<int> HashSet, SortedSet<int> SortedSet, ISet<int> ISet, IReadOnlySet<int> IReadOnlySet, ImmutableHashSet<int> Immutable, FrozenSet<int> Frozen);

    public sealed record Queues(
        Queue<int> Queue, Stack<int> Stack, ConcurrentQueue<int> ConcurrentQueue, ConcurrentStack<int> ConcurrentStack, ConcurrentBag<int> Bag, ImmutableQueue<int> ImmutableQueue,
        ImmutableStack<int> ImmutableStack);

    public sealed record Immutables(ImmutableArray<int> Array, ImmutableList<int> List, IImmutableList<int> IList, ImmutableSortedSet<int> SortedSet, ImmutableDictionary<string, int> Dictionary);

    public sealed record Maps(
        Dictionary<string, int> Text, IDictionary<DayOfWeek, int> Enum, IReadOnlyDictionary<Guid, int> Guid, SortedDictionary<int, int> Int, SortedList<decimal, int> Decimal,
        ConcurrentDictionary<DateTimeOffset, int> Moment, FrozenDictionary<bool, int> Frozen, ReadOnlyDictionary<char, int> ReadOnly, List<KeyValuePair<Tuples, int>> Pairs);

    public sealed record Tuples(Tuple<int, string> Tuple, (int Low, int High) Named, (int, (string? Text, bool)[] Nested)? Unnamed);

    public sealed class Numbered : List<int>;

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", IgnoreUnrecognizedTypeDiscriminators = true)]
    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), 2)]
    public abstract record Shape(string Name) { public Shape? Inner { get; init; } }

    public sealed record Circle(string Name, double Radius) : Shape(Name);

    public sealed record Square(string Name, double Side) : Shape(Name);

    [JsonDerivedType(typeof(Email), nameof(Email))]
    public interface IMessage { string To { get; } }

    public sealed class Email : IMessage { public required string To { get; init; } public List<string> Copies { get; } = []; }

    [Flags]
    public enum Rights { Read = 1, Write = 2, [JsonStringEnumMemberName("run")] Execute = 4 }

    [JsonConverter(typeof(JsonNumberEnumConverter<Level>))]
    public enum Level { Low, High }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow), JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public class Attributed
    {
        [JsonConstructor] private Attributed(int number) => Number = number;
        public Attributed() { }
        public int Number { get; }
        [JsonInclude] private string _hidden = "";
        [JsonInclude] internal int Shared { get; private set; }
        [JsonPropertyName("first"), JsonPropertyOrder(-1), JsonRequired] public string? Name { get; set; }
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Count { get; set; } = 3;
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public string? Secret { get; set; }
        [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public long Large { get; set; }
        [JsonConverter(typeof(JsonStringEnumConverter<Level>))] public Level Level { get; set; }
        [DefaultValue(5)] public int Five { get; set; } = 5;
        public string Computed => Name + _hidden + Secret;
        public string? Written { private get; set; }
        [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; }
    }

    public sealed class Populated { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> Filled { get; } = [1]; }

    public sealed class Derived : Attributed { public new string Number { get; set; } = ""; }

    public readonly struct Reading(double value) { public double Value { get; } = value; }

    public readonly record struct Pair<TLeft, TRight>(TLeft Left, TRight Right) where TLeft : notnull;

    public sealed record Trees(Node<string>? Root, JsonDocument Document, JsonObject Object, JsonArray Array);

    public sealed class Node<T> { public required T Value { get; init; } public Dictionary<string, Node<T>> Children { get; init; } = []; }

    // What System.Text.Json's generator adds to it is written out, since it does not run over a sample.
    [JsonSerializable(typeof(Covered))]
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    public sealed partial class OwnContext(JsonSerializerOptions? options) : JsonSerializerContext(options)
    {
        public static OwnContext Default { get; } = new(null);
        protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
        public override JsonTypeInfo? GetTypeInfo(Type type) => null;
    }

    public sealed record Covered(string Id, Covered? Next, DayOfWeek Day);

    public static class Everything
    {
        [Function] public static Numbers Numbers(Numbers numbers, Texts texts) => numbers;
        [Function] public static Texts Texts(Int128 big, char letter, Uri link, ReadOnlyMemory<byte> bytes, TimeSpan time = default) => null!;
        [Function] public static Lists Lists(Lists lists, HashSet<string>? set = null) => lists;
        [Function] public static Sets Sets(Sets sets) => sets;
        [Function] public static Queues Queues(Queues queues) => queues;
        [Function] public static Immutables Immutables(Immutables immutables) => immutables;
        [Function] public static Maps Maps(Maps maps) => maps;
        [Function] public static (int Low, int High)? Tuples((int Low, int High) range, Rights rights, Level level = Level.High) => range;
        [Function] public static IReadOnlyList<Shape> Shapes(Shape shape) => [shape];
        [Function] public static IMessage Messages(IMessage message) => message;
        [Function] public static Attributed Attributes(Attributed attributed, Derived derived, Populated populated) => attributed;
        [Function] public static Pair<Reading, Pair<string, int?>> Pairs(Pair<Reading, Trees> pair) => default;
        [Function] public static List<Covered> Contexts(Covered covered) => [covered];

        [Workflow] public static async Task Steps(WorkflowContext context)
        {
            await context.StepAsync<Shape>("shape", () => new Circle("a", 1));
            await context.StepAsync("tuple", () => (From: 1, To: 2));
            await context.StepAsync("unnamed", () => (1, 2));
            await context.WaitForSignalAsync<FrozenDictionary<Rights, ImmutableArray<Covered>>>("signal");
            await context.EmitAsync("event", new Stack<Attributed?>());
        }
    }
}

namespace Shop.Triggers
{
    public sealed record Customer(string Id, Customer? Parent) { [JsonPropertyName("first name")] public string FirstName { get; init; } = ""; }

    public static class Triggered
    {
        private const string Root = "input", PerCustomer = $"{Root}.customer.parent.id";
        private const int Hour = 60 * 60 * 1000;

        [Workflow, Cron("*/5 0-6,22-23/1 1,15 jan-Jun,DEC Sun,1-5,7"), OnEvent("order/created:v1.2_x-y", Filter = nameof(IsLarge)), OnEvent("order/created:v1.2_x-y")]
        public static void Everything(JsonElement? input = null) { }

        internal static bool IsLarge(JsonElement payload) => payload.ValueKind == JsonValueKind.Object;

        [Workflow, Concurrency(2, KeyExpression = PerCustomer, Scope = ConcurrencyScope.Custom),
            Throttle(limit: 1, PeriodMs = Hour), Idempotency(KeyExpression = "input.customer.first name", TtlMs = Hour)]
        public static void Keys(Customer customer, int count = 3) { }

        [Function(MaxConcurrency = 2, Priority = 5), Concurrency(2), Priority(5), Retries(1, Multiplier = 3), Debounce(1, Key = ""), Singleton(Mode = default)]
        public static void Limits() { }
    }
}

namespace Shop.Agents
{
    using Shop.System;

    public partial record struct Desks(int Floor)
    {
        internal partial interface IDesk
        {
            /// <summary>Answers.</summary>
            [Agent(@"quo""ted", Model = "a/b\"c\n", Instructions = """He said "no".""", Tools = [nameof(@event), "odd/name"], Temperature = 0.1)]
            public static partial ValueTask<(int Low, string? High)> @return(CancellationToken @out, string? @string, AgentContext? @this = null);

            [Tool(Description = "Looks.")] static string @event() => "";

            [Tool("odd/name", Description = "Looks.")] static string Odd() => "";
        }

        [Agent(Model = "m", InstructionsMethod = nameof(Instructions)), Obsolete("later")]
        internal static unsafe partial Task<List<Box<Point?>?>> Extension(AgentContext ctx, [Description("What is said.")] string message = "hello");

        internal static ValueTask<string?> Instructions([FromKeyedServices(@class.B)] Stream? stream = null) => default;
    }

    public sealed class Bodies(IServiceProvider services) : IDisposable
    {
        [Agent(InstructionsMethod = nameof(Text), MaxTurnTokens = 5)] public void Nothing() => services.ToString();
        [Agent] public async Task<string?> Text(ComponentContext context) { await Task.Yield(); return null; }
        [Agent] public async IAsyncEnumerable<string> Streams(AgentContext context, string message) { await Task.Yield(); yield return message; }
        [Agent] public static int Marked([Input] string? message = null) => 1;
        [Agent] public static int? Wide(WorkflowContext context, string a, string b, [FromServices] IServiceProvider c) => null;
        void IDisposable.Dispose() { }
    }
}
