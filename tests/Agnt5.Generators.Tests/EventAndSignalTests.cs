using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>Emitted data and signal payloads are JSON like inputs and results, on every kind of context.</summary>
public sealed class EventAndSignalTests
{
    private static readonly Lazy<BuiltProject> Built = new(() => new ProjectUnderTest("""
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;
        using Agnt5;

        namespace My.App;

        public sealed record Progress(int Done, Progress? Before = null);
        public sealed record Settlement(string Reference, decimal Amount);
        public sealed record Refusal(string Reason);
        public sealed class OnlyWritten { public OnlyWritten(int a) => A = a; public OnlyWritten(string a) => A = a.Length; public int A { get; } }

        public static class Components
        {
            [Function]
            public static async Task Report(FunctionContext ctx, JsonElement input)
            {
                await ctx.EmitAsync("record", new Progress(2, new Progress(1)));
                await ctx.EmitAsync("only.written", new OnlyWritten(3));
                await ctx.EmitAsync("list", new List<int?> { 1, null });
                await ctx.EmitAsync("element", input);
                await ctx.EmitAsync("node", new JsonObject { ["a"] = 1 });
                await ctx.EmitAsync<JsonNode?>("no.node", null);
                await ctx.EmitAsync<object?>("object", "text");
                await ctx.EmitAsync<object?>("null", null);
            }

            [Tool]
            public static async Task Look(ComponentContext ctx) => await ctx.EmitAsync("looked", System.DayOfWeek.Monday);

            [Workflow]
            public static async Task<string> Settle(WorkflowContext? ctx)
            {
                await ctx!.EmitAsync("waiting", (Progress?)null, new EmitOptions { Metadata = new Dictionary<string, string> { ["k"] = "v" } });
                var settled = await ctx!.WaitForSignalAsync<Settlement>("payment.settled");
                return settled.Reference + settled.Amount;
            }

            [Workflow]
            public static async Task<string> TryToSettle(WorkflowContext ctx)
            {
                var refused = await ctx.TryWaitForSignalAsync<Refusal>("payment.refused");
                return refused.IsReceived ? refused.Payload.Reason : "none";
            }

            [Function]
            public static async IAsyncEnumerable<Progress> Stream(int count)
            {
                for (var i = 0; i < count; i++)
                {
                    await Task.Yield();
                    yield return new(i);
                }
            }

            [Workflow]
            public static async IAsyncEnumerable<string> Steps(WorkflowContext ctx)
            {
                yield return await ctx.StepAsync("first", () => "a");
                yield return await ctx.WaitForSignalAsync<string>("second");
                await Task.Yield();
                yield return "c";
            }
        }
        """).Build());

    [Fact]
    public async Task Event_data_of_any_type_is_written() =>
        Assert.Equal(
            [
                """record {"done":2,"before":{"done":1,"before":null}}""",
                """only.written {"a":3}""",
                "list [1,null]",
                """element {"b":[true]}""",
                """node {"a":1}""",
                "no.node null",
                "object \"text\"",
                "null null",
            ],
            await EventsAsync("function", "report", """{"b":[true]}"""));

    [Fact]
    public async Task Tool_emits_too() => Assert.Equal(["looked \"Monday\""], await EventsAsync("tool", "look"));

    [Fact]
    public async Task Payload_of_a_signal_is_read()
    {
        var waiting = await Built.Value.InvokeAsync("workflow", "settle");
        Assert.Equal("payment.settled", (string?)waiting["signal_name"]);
        Assert.Equal("""[{"event_type":"waiting","data":null,"data_type":"json","metadata":{"k":"v"}}]""", waiting["events"]!.ToJsonString());

        var settled = await Built.Value.SendAsync("POST", "/agnt5/invoke", """
            {"component_type":"workflow","component_name":"settle",
             "metadata":{"signal_name":"payment.settled","signal_payload":"{\"reference\":\"r-1\",\"amount\":9.5}"}}
            """);
        Assert.Equal("\"r-19.5\"", settled["output"]!.ToJsonString());
    }

    [Fact]
    public async Task Payload_of_a_signal_is_read_that_is_only_tried_to_wait_for()
    {
        var refused = await Built.Value.SendAsync("POST", "/agnt5/invoke", """
            {"component_type":"workflow","component_name":"try_to_settle",
             "metadata":{"signal_name":"payment.refused","signal_payload":"{\"reason\":\"no funds\"}"}}
            """);
        Assert.Equal("\"no funds\"", refused["output"]!.ToJsonString());
    }

    [Fact]
    public async Task Stream_sends_each_item_as_an_event_and_the_list_as_the_output()
    {
        var response = await Built.Value.InvokeAsync("function", "stream", """{"count":2}""");

        Assert.Equal(["output.delta {\"done\":0,\"before\":null}", "output.delta {\"done\":1,\"before\":null}"], EventsOf(response));
        Assert.Equal("""[{"done":0,"before":null},{"done":1,"before":null}]""", response["output"]!.ToJsonString());
    }

    [Fact]
    public async Task Stream_of_a_workflow_sends_no_item_twice_and_completes_with_all_of_them()
    {
        var waiting = await Built.Value.InvokeAsync("workflow", "steps");
        Assert.Equal(["output.delta \"a\""], EventsOf(waiting));
        Assert.False(waiting.ContainsKey("output"));

        var completed = await Built.Value.SendAsync("POST", "/agnt5/invoke", $$$"""
            {"component_type":"workflow","component_name":"steps","checkpoint":{{{waiting["checkpoint"]!.ToJsonString()}}},
             "metadata":{"signal_name":"second","signal_payload":"\"b\""}}
            """);
        Assert.Equal(["output.delta \"b\"", "output.delta \"c\""], EventsOf(completed));
        Assert.Equal("""["a","b","c"]""", completed["output"]!.ToJsonString());
    }

    private static async Task<IEnumerable<string>> EventsAsync(string type, string name, string input = "{}") =>
        EventsOf(await Built.Value.InvokeAsync(type, name, input));

    private static IEnumerable<string> EventsOf(System.Text.Json.Nodes.JsonObject response) =>
        response["events"]!.AsArray().Select(static emitted => $"{emitted!["event_type"]} {emitted["data"]?.ToJsonString() ?? "null"}");
}
