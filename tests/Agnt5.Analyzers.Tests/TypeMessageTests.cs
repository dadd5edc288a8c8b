using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>A message about a type names the path to the problem, since it appears where the type is used.</summary>
public sealed class TypeMessageTests
{
    [Theory]
    [InlineData("[Function] public static void Import(Order order) { }", "'Order.Lines[].Source' is a stream")]
    [InlineData("[Function] public static void Import(string id, List<Order?> orders) { }", "'List<Order?>[].Lines[].Source' is a stream")]
    [InlineData("[Function] public static Task<Order[]> Export() => null!;", "'Order[][].Lines[].Source' is a stream")]
    [InlineData("[Function] public static IAsyncEnumerable<Order> Export() => null!;", "'Order.Lines[].Source' is a stream")]
    [InlineData(
        "[Workflow] public static Task Run(WorkflowContext ctx) => ctx.StepAsync(\"a\", () => new Dictionary<string, Order>());",
        "'Dictionary<string, Order>[].Lines[].Source' is a stream")]
    [InlineData("[Function] public static void Import(Dictionary<Key, int> byKey) { }", "'Dictionary<Key, int>.Key' has the converter 'Key.Converter'")]
    [InlineData("[Function] public static (int Count, Order?[] Orders) Export() => default;", "'(int Count, Order?[] Orders).Orders[].Lines[].Source' is a stream")]
    [InlineData("[Function] public static void Import(Box<Order>? box) { }", "'Box<Order>?.Value.Lines[].Source' is a stream")]
    [InlineData("[Function] public static void Import(Shape? shape) { }", "'Shape?(Picture).Content' is a stream")]
    [InlineData("[Function] public static void Import(List<Covered> covered) { }", "'List<Covered>[].Content' is a stream")]
    public async Task A_member_deep_inside_is_named_by_its_path(string members, string beginning) =>
        Assert.StartsWith(
            beginning,
            await Verify.MessageAsync($$"""
                using System.Text.Json;
                using System.Text.Json.Serialization;
                using System.Text.Json.Serialization.Metadata;

                public sealed record Line(string Sku, Stream Source);
                public sealed record Order(List<Line> Lines);
                public readonly record struct Box<T>(T? Value);

                [JsonDerivedType(typeof(Picture), "picture")]
                public abstract record Shape;
                public sealed record Picture(Stream Content) : Shape;

                [JsonConverter(typeof(Converter))]
                public sealed record Key(string Text)
                {
                    private sealed class Converter : JsonConverter<Key>
                    {
                        public override Key Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new("");
                        public override void Write(Utf8JsonWriter writer, Key value, JsonSerializerOptions options) { }
                        public override void WriteAsPropertyName(Utf8JsonWriter writer, Key value, JsonSerializerOptions options) { }
                    }
                }

                public sealed record Covered(Stream Content);

                [JsonSerializable(typeof(Covered))]
                public sealed partial class Context(JsonSerializerOptions? options) : JsonSerializerContext(options)
                {
                    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                    public override JsonTypeInfo? GetTypeInfo(Type type) => null;
                }

                public static class Orders { {{members}} }
                """),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Task<T> Wait<T>(WorkflowContext ctx) => ctx.WaitForSignalAsync<T>(\"a\")", "WaitForSignalAsync", "T")]
    [InlineData("ValueTask Report<T>(ComponentContext ctx, List<T> items) => ctx.EmitAsync(\"a\", items)", "EmitAsync", "List<T>")]
    public async Task An_open_type_argument_is_told_apart_from_its_parameter(string member, string call, string type) =>
        Assert.Equal(
            $"'{call}' puts a '{type}' on the wire, and only the caller knows 'T': "
                + $"its JSON metadata cannot be generated here, so pass a JsonTypeInfo<{type}>",
            await Verify.MessageAsync($"public static class Helpers {{ public static {member}; }}"));

    [Theory]
    [InlineData(
        "[Function] public static (int A, int B) First() => default; [Function] public static List<(int X, int Y)> Second() => [];",
        "'List<(int X, int Y)>[]' has elements named 'x, y', and 'Orders.First' has the same tuple with elements named 'a, b': "
            + "at run time they are one type with one set of names, so declare a record")]
    [InlineData(
        "public static ValueTask Emit(WorkflowContext ctx) => ctx.EmitAsync(\"moved\", (1, 2)); "
            + "public static Task Wait(WorkflowContext ctx) => ctx.WaitForSignalAsync<(int X, int Y)>(\"moved\");",
        "'(int X, int Y)' has elements named 'x, y', and 'Orders.Emit' has the same tuple with elements named 'item1, item2': "
            + "at run time they are one type with one set of names, so declare a record")]
    public async Task A_tuple_that_is_called_otherwise_elsewhere_is_told_with_both_names(string members, string message) =>
        Assert.Equal(message, await Verify.MessageAsync($"public static class Orders {{ {members} }}"));

    [Fact]
    public async Task Names_of_a_tuple_that_a_rejected_component_or_a_step_has_do_not_count() =>
        await Verify.FindsAsync("""
            public static class Orders
            {
                [Function]
                public static (int A, int B) First(Stream {|AGT2001:content|}) => default;

                [Function]
                public static (int C, int D) {|AGT1003:Second|}(string text) => default;

                [Function("second")]
                public static (int X, int Y) Another() => default;

                [Workflow]
                public static Task Run(WorkflowContext context) => context.StepAsync("run", () => (E: 1, F: 2));
            }
            """);

    [Fact]
    public async Task A_type_that_contains_itself_is_walked_once() =>
        await Verify.FindsAsync("""
            public sealed record Node(string Name, Node? Left, List<Node> Others, Dictionary<string, Node> ByName);

            public static class Trees
            {
                [Function]
                public static Node Turn(Node node) => node;
            }
            """);

    [Fact]
    public async Task A_member_that_is_ignored_may_be_anything() =>
        await Verify.FindsAsync("""
            public sealed class Document
            {
                public string Name { get; set; } = "";

                [System.Text.Json.Serialization.JsonIgnore]
                public Stream Content { get; set; } = Stream.Null;

                internal Stream Hidden { get; set; } = Stream.Null;

                public static Stream Shared { get; set; } = Stream.Null;
            }

            public static class Documents
            {
                [Function]
                public static void Store(Document document) { }
            }
            """);

    [Theory]
    [InlineData("[Function] public static void A(Stream {|AGT2001:content|}) { }")]
    [InlineData("[Function] private static void {|AGT1001:A|}(Stream content) { }")]
    [InlineData("[Function] public static {|AGT1005:Stream|} A() => Stream.Null;")]
    [InlineData("[Function] public static void {|AGT1004:A|}<T>(List<T> items) { }")]
    [InlineData("[Function] public static void A(ref Stream {|AGT1004:content|}) { }")]
    public async Task One_cause_is_one_finding(string member) =>
        await Verify.FindsAsync($"public static class Documents {{ {member} }}");
}
