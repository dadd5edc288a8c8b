using System.Text.Json.Nodes;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

public sealed class CompileAndRunTests
{
    private static readonly Lazy<BuiltProject> Shop = new(() => new ProjectUnderTest("""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Agnt5;

        namespace My.App;

        public sealed record Order(string Id, decimal Total, Priority Priority = Priority.Normal, string? Note = null);
        public sealed record Receipt(string OrderId, string Status);
        public enum Priority { Low, Normal, High }

        public static class Orders
        {
            /// <summary>Ships an order.</summary>
            [Workflow("ship_order")]
            public static async Task<Receipt> Ship(WorkflowContext ctx, Order order)
            {
                var receipt = await ctx.StepAsync("charge", _ => Task.FromResult(new Receipt(order.Id, $"charged {order.Total} as {order.Priority}")));
                return receipt with { Status = receipt.Status + ", shipped" };
            }

            [Function]
            public static string Greet(string name, int times = 2, CancellationToken ct = default) => string.Join(' ', System.Linq.Enumerable.Repeat("hello " + name, times));

            /// <summary>Looks up an order.</summary>
            /// <param name="id">The order's id, for example o-1.</param>
            [Tool(RequiresConfirmation = true)]
            public static Task<Order?> LookupOrderAsync(string id) => Task.FromResult(id == "o-1" ? new Order(id, 5) : null);

            [Function]
            public static async Task Nothing(FunctionContext ctx) => await Task.Yield();
        }
        """).Build());

    [Fact]
    public async Task Workflow_binds_its_record_runs_its_step_and_answers()
    {
        var response = await Shop.Value.InvokeAsync("workflow", "ship_order", """{"id":"o-1","total":9.5,"priority":"High"}""");

        Assert.True("completed" == (string?)response["status"], response.ToJsonString());
        Assert.Equal("""{"orderId":"o-1","status":"charged 9.5 as High, shipped"}""", response["output"]!.ToJsonString());
        Assert.Equal("""{"orderId":"o-1","status":"charged 9.5 as High"}""", response["checkpoint"]!["steps"]!["charge"]!.ToJsonString());
    }

    [Fact]
    public async Task Step_that_is_recorded_does_not_run_again()
    {
        var response = await Shop.Value.SendAsync("POST", "/agnt5/invoke", """
            {"component_type":"workflow","component_name":"ship_order","input":{"id":"o-1","total":1},
             "checkpoint":{"steps":{"charge":{"orderId":"o-1","status":"recorded"}}}}
            """);

        Assert.Equal("""{"orderId":"o-1","status":"recorded, shipped"}""", response["output"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"name":"Ada"}""", "\"hello Ada hello Ada\"")]
    [InlineData("""{"name":"Ada","times":1}""", "\"hello Ada\"")]
    public async Task Parameters_are_members_of_the_input_and_keep_their_defaults(string input, string output) =>
        Assert.Equal(output, await Shop.Value.OutputAsync("function", "greet", input));

    [Fact]
    public async Task Component_without_a_value_has_no_output() =>
        Assert.False((await Shop.Value.InvokeAsync("function", "nothing")).ContainsKey("output"));

    [Fact]
    public async Task Result_that_is_null_is_written_as_null()
    {
        var response = await Shop.Value.InvokeAsync("tool", "lookup_order", """{"id":"o-2"}""");
        Assert.True(response.ContainsKey("output"));
        Assert.Null(response["output"]);
    }

    [Fact]
    public async Task Every_problem_of_an_input_is_named_with_its_path()
    {
        var response = await Shop.Value.FailAsync("workflow", "ship_order", """{"id":null,"priority":"Highest"}""");

        Assert.Equal("WORKERLESS_INPUT_INVALID", (string?)response["error"]!["code"]);
        Assert.Equal(
            "$.id: expected string, got null; $.total: is required; $.priority: expected one of Low, Normal, High, got \"Highest\"",
            (string?)response["error"]!["message"]);
    }

    [Fact]
    public async Task Manifest_describes_a_tool_as_its_comments_do()
    {
        var entry = await Shop.Value.ManifestAsync("lookup_order");

        Assert.True(JsonNode.DeepEquals(entry, JsonNode.Parse("""
            {
              "name": "lookup_order", "type": "tool", "component_type": "tool",
              "input_schema": {
                "type": "object",
                "properties": { "id": { "type": "string", "description": "The order's id, for example o-1." } },
                "required": ["id"]
              },
              "output_schema": {
                "type": ["object", "null"],
                "properties": {
                  "id": { "type": "string" },
                  "total": { "type": "number" },
                  "priority": { "type": "string", "enum": ["Low", "Normal", "High"] },
                  "note": { "type": ["string", "null"] }
                },
                "required": ["id", "total"]
              },
              "metadata": { "description": "Looks up an order.", "requires_confirmation": true }
            }
            """)), entry.ToJsonString());
    }

    [Fact]
    public async Task Manifest_lists_functions_workflows_and_tools_by_name()
    {
        var names = (await Shop.Value.ManifestAsync())["components"]!.AsArray().Select(static entry => $"{entry!["type"]} {entry["name"]}");
        Assert.Equal(["function greet", "function nothing", "workflow ship_order", "tool lookup_order"], names);
    }
}
