using System.Text.Json.Nodes;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>A caller in C# may leave out the arguments of a <c>params</c> parameter, and so may the input.</summary>
public sealed class RestParameterTests
{
    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Linq;
        using Agnt5;

        namespace My.App;

        public sealed record Order(string Id, params string[] Tags);
        public sealed record Batch(string Id, params IReadOnlyList<Order> Orders);

        public static class Components
        {
            [Function("array")] public static string Array(string id, params string[] tags) => id + tags.Length;
            [Function("alone")] public static int Alone(params int[] numbers) => numbers.Sum();
            [Function("enumerable")] public static int Enumerable(params IEnumerable<int> numbers) => numbers.Sum();
            [Function("read_only")] public static int ReadOnly(params IReadOnlyList<Order> orders) => orders.Count;
            [Function("list")] public static int List(params List<int> numbers) { numbers.Add(1); return numbers.Count; }
            [Function("at_least")] public static int AtLeast([MinLength(1)] params int[] numbers) => numbers.Length;
            [Function("record")] public static string Record(Order order) => order.Id + order.Tags.Length;
            [Function("records")] public static string Records(Batch batch) => batch.Id + batch.Orders.Count;
        }
        """).Build());

    [Theory]
    [InlineData("array", """{"id":"a"}""", "\"a0\"")]
    [InlineData("array", """{"id":"a","tags":["x","y"]}""", "\"a2\"")]
    [InlineData("alone", "{}", "0")]
    [InlineData("alone", """{"numbers":[1,2]}""", "3")]
    [InlineData("enumerable", "{}", "0")]
    [InlineData("read_only", "{}", "0")]
    [InlineData("list", "{}", "1")]
    [InlineData("list", """{"numbers":[4]}""", "2")]
    [InlineData("record", """{"id":"a"}""", "\"a0\"")]
    [InlineData("records", """{"id":"a"}""", "\"a0\"")]
    [InlineData("records", """{"id":"a","orders":[{"id":"b"}]}""", "\"a1\"")]
    public async Task What_is_left_out_is_empty(string component, string input, string output)
    {
        Assert.Equal(output, await Project.Value.OutputAsync("function", component, input));
        Assert.Equal(output, await Project.Value.OutputAsync("function", component, input));
    }

    [Theory]
    [InlineData("array", """["id"]""", "tags")]
    [InlineData("alone", null, "numbers")]
    [InlineData("list", null, "numbers")]
    [InlineData("record", """["id"]""", "tags")]
    public async Task The_schema_says_that_it_may_be_left_out(string component, string? required, string optional)
    {
        var schema = await SchemaAsync(component);

        Assert.Equal(required, schema["required"]?.ToJsonString());
        Assert.Equal("[]", schema["properties"]![optional]!["default"]!.ToJsonString());
    }

    [Fact]
    public async Task A_lower_bound_keeps_it_required() => Assert.Equal("""["numbers"]""", (await SchemaAsync("at_least"))["required"]!.ToJsonString());

    private static async Task<JsonNode> SchemaAsync(string component) => (await Project.Value.ManifestAsync(component))["input_schema"]!;
}
