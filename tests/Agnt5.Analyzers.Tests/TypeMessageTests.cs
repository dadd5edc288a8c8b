using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>A message about a type names the path to the problem, since it appears where the type is used.</summary>
public sealed class TypeMessageTests
{
    [Theory]
    [InlineData("[Function] public static void Import(Order order) { }", "'Order.Lines[].Source' is a stream")]
    [InlineData("[Function] public static void Import(string id, List<Order?> orders) { }", "'Order.Lines[].Source' is a stream")]
    [InlineData("[Function] public static Task<Order[]> Export() => null!;", "'Order.Lines[].Source' is a stream")]
    [InlineData("[Function] public static IAsyncEnumerable<Order> Export() => null!;", "'Order.Lines[].Source' is a stream")]
    [InlineData(
        "[Workflow] public static Task Run(WorkflowContext ctx) => ctx.StepAsync(\"a\", () => new Dictionary<string, Order>());",
        "'Order.Lines[].Source' is a stream")]
    [InlineData("[Function] public static void Import(Dictionary<Key, int> byKey) { }", "'Key' has the converter 'Key.Converter'")]
    [InlineData("[Function] public static (int Count, Order?[] Orders) Export() => default;", "'(int Count, Order?[] Orders).Orders[].Lines[].Source' is a stream")]
    [InlineData("[Function] public static void Import(Box<Order>? box) { }", "'Box<Order>.Value.Lines[].Source' is a stream")]
    [InlineData("[Function] public static void Import(Shape? shape) { }", "'Shape(Picture).Content' is a stream")]
    [InlineData("[Function] public static void Import(List<Covered> covered) { }", "'Covered.Content' is a stream")]
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

    /// <summary>A message says what is wrong with the type that it names, and names a type once.</summary>
    [Theory]
    [InlineData("void F(object anything)", "'object' has no schema, and comes back from JSON as a JsonElement: declare the type, or use JsonElement")]
    [InlineData("void F(dynamic anything)", "'dynamic' has no schema, and comes back from JSON as a JsonElement: declare the type, or use JsonElement")]
    [InlineData("void F(object?[] all)", "'object?[]' holds values of type 'object', which have no schema, and each comes back from JSON as a JsonElement: declare the type, or use JsonElement")]
    [InlineData("void F(Dictionary<string, object> all)", "'Dictionary<string, object>' holds values of type 'object', which")]
    [InlineData("void F(Loose loose)", "'Loose.Value' is of type 'object', which has no schema, and comes back from JSON as a JsonElement: declare the type, or use JsonElement")]
    [InlineData("void F(Animal animal)", "'Animal' is abstract, so JSON does not say which class to construct")]
    [InlineData("void F(List<Animal>[] animals)", "'Animal' is abstract, so JSON does not say which class to construct")]
    [InlineData("void F(Zoo zoo)", "'Zoo.Animals[]' is of type 'Animal', which is abstract, so JSON does not say which class to construct")]
    [InlineData("void F(Cage cage)", "'Cage.Inside' is of type 'IAnimal', which is an interface, so JSON does not say which class to construct")]
    [InlineData("List<Animal> F()", "'Animal' is abstract, so only its own members are written")]
    [InlineData("void F(Closed closed)", "'Closed' has no public constructor")]
    [InlineData("void F(Dictionary<string, Closed[]> closed)", "'Closed' has no public constructor")]
    [InlineData("void F(Prison prison)", "'Prison.Cell' is of type 'Closed', which has no public constructor")]
    [InlineData("void F(System.Collections.ArrayList list)", "'ArrayList' is a collection that does not say its items' type or cannot be read as a whole")]
    [InlineData("void F(Feed feed)", "'Feed' is a collection that can be written but not read back")]
    [InlineData("void F(Channel channel)", "'Channel.Feed' is the collection 'Feed', which can be written but not read back")]
    [InlineData("void F(Lazy<int> late)", "'Lazy<int>' is a type that JSON has no form for; use a type of your own")]
    [InlineData("void F(Late late)", "'Late.Value' is of type 'Lazy<int>', which JSON has no form for; use a type of your own")]
    [InlineData("void F(List<int[,]> grids)", "'int[*,*]' is a multi-dimensional array, which JSON has no form for")]
    [InlineData("void F(List<Action> callbacks)", "'Action' is a delegate, which JSON cannot hold")]
    [InlineData("void F(Dictionary<object, int> all)", "'Dictionary<object, int>' is a dictionary with keys of type 'object', which cannot be the name of a JSON member")]
    [InlineData("void F(Twice twice)", "'Twice' has several members named 'a' in JSON")]
    [InlineData("void F(Twice?[] twice)", "'Twice' has several members named 'a' in JSON")]
    [InlineData("void F(Pair pair)", "'Pair' has members 'A' and 'B', which are all 'a' in JSON")]
    [InlineData("void F(List<List<Pair>> pairs)", "'Pair' has members 'A' and 'B', which are all 'a' in JSON")]
    public async Task A_message_says_what_is_wrong_with_what_it_names(string method, string beginning) =>
        Assert.StartsWith(
            beginning,
            (await Verify.MessageAsync($$"""
                using System.Collections;
                using System.Text.Json.Serialization;

                public abstract class Animal { public string Name { get; set; } = ""; }
                public interface IAnimal;
                public sealed record Zoo(Animal[] Animals);
                public sealed record Cage(IAnimal Inside);
                public sealed class Loose { public object? Value { get; set; } }
                public sealed class Closed { private Closed() { } public string? Name { get; set; } }
                public sealed record Prison(Closed Cell);
                public sealed record Late(Lazy<int> Value);
                public sealed record Channel(Feed Feed);
                public enum Twice { [JsonStringEnumMemberName("a")] A, [JsonStringEnumMemberName("a")] B }
                public sealed class Pair { [JsonPropertyName("a")] public int A { get; set; } [JsonPropertyName("a")] public int B { get; set; } }
                public sealed class Feed : IEnumerable<int>
                {
                    public IEnumerator<int> GetEnumerator() => null!;
                    IEnumerator IEnumerable.GetEnumerator() => null!;
                }

                public static class Orders { [Function] public static {{method}} => throw new NotSupportedException(); }
                """)).Replace("int[,]", "int[*,*]", StringComparison.Ordinal),
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
        "'(int X, int Y)' has elements named 'x, y', and 'Orders.First' has the same tuple with elements named 'a, b': "
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

    [Theory]
    [InlineData("var now = DateTime.UtcNow; Result = now.ToString();", ", because it is made of 'DateTime.UtcNow', which may be another value then: ")]
    [InlineData("Result = value + Next();", ", because it is made of 'Next', which may be another value then: ")]
    [InlineData("Result = value + Environment.MachineName;", ", because it is made of 'Environment.MachineName', which may be another value then: ")]
    public async Task What_a_value_is_made_of_is_named(string statements, string because) =>
        Assert.Contains(
            because,
            await Verify.MessageAsync($$"""
                public sealed class Kept
                {
                    private static int _last;
                    public Kept(string value) { Value = value; {{statements}} }
                    public string Value { get; }
                    public string Result { get; }
                    private static int Next() => ++_last;
                }

                public static class Orders { [Workflow] public static Task Run(WorkflowContext ctx) => ctx.StepAsync("a", () => new Kept("a")); }
                """),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("public static class Orders { [Function] public static void Run(Action callback) { } }", "use data in its place")]
    [InlineData("public sealed record Orders(string Name) { [Function] public string Run() => Name; }", "'string Name': that is a value and no service, so take it as a parameter of the method")]
    public async Task What_to_do_is_possible_where_it_is_said(string source, string advice) =>
        Assert.Contains(advice, await Verify.MessageAsync(source), StringComparison.Ordinal);
}
