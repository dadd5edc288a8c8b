using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>A message about a type names the way to what is wrong, since it stands where the type is used.</summary>
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
    public async Task A_member_deep_inside_is_named_by_its_path(string members, string beginning) =>
        Assert.StartsWith(
            beginning,
            await Verify.MessageAsync($$"""
                public sealed record Line(string Sku, Stream Source);
                public sealed record Order(List<Line> Lines);
                public static class Orders { {{members}} }
                """),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Task<T> Wait<T>(WorkflowContext ctx) => ctx.WaitForSignalAsync<T>(\"a\")", "WaitForSignalAsync", "T")]
    [InlineData("ValueTask Report<T>(ComponentContext ctx, List<T> items) => ctx.EmitAsync(\"a\", items)", "EmitAsync", "List<T>")]
    public async Task An_open_type_argument_is_told_apart_from_its_parameter(string member, string call, string type) =>
        Assert.Equal(
            $"'{call}' puts a '{type}' on the wire, and 'T' is known only to the caller: "
                + $"its JSON metadata cannot be generated here, so pass a JsonTypeInfo<{type}>",
            await Verify.MessageAsync($"public static class Helpers {{ public static {member}; }}"));

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
