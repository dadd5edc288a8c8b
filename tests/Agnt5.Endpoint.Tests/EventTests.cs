using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, "Events".</summary>
public sealed class EventTests
{
    [Fact]
    public async Task Every_event_goes_out_once_in_the_order_of_the_calls_also_with_a_failed_response()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("report");

        var first = await run.SliceAsync();
        var early = await run.SliceAsync();
        endpoint.Time.AdvanceMs(1000);
        var failed = await run.SliceAsync();
        var retried = await run.SliceAsync();

        Assert.Equal(["run.begun", "work.done", "run.worked", "work.failing", "run.caught"], first.EventTypes);
        Assert.Null(early.Json["events"]);
        failed.MustFail("after all", isFinal: false);
        Assert.Equal(["run.done"], failed.EventTypes);
        Assert.Equal(4, run.Recorded["agnt5:events"]!.GetValue<int>());
        retried.MustFail("after all", isFinal: false);
        Assert.Null(retried.Json["events"]);
    }

    [Fact]
    public async Task An_event_carries_what_it_was_given_when_it_was_emitted_and_nothing_blank()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("announce", type: "function").SliceAsync();

        Assert.Equal(JsonNode.Parse("""
            [{"event_type":"full","data":{"percent":1,"note":"n"},"data_type":"progress","metadata":{"k":"v"},
              "timestamp_ns":1900000000000000000,"correlation_id":"c","parent_event_id":"p","step_key":"s"},
             {"event_type":"blank","data":null,"data_type":"json"}]
            """)!.ToJsonString(), answer.Json["events"]!.ToJsonString());
        answer.MustBe("completed");
    }

    [Fact]
    public async Task Events_of_steps_that_run_together_keep_the_order_in_which_they_were_emitted()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        Assert.Equal(["first", "second", "third"], (await endpoint.Run("emit_together").SliceAsync()).EventTypes);
    }

    [Theory]
    [InlineData("blank type", "eventType", false)]
    [InlineData("knot", "'knot'", true)]
    [InlineData("elsewhere", "AGT4013", true)]
    public async Task An_event_that_cannot_go_out_says_why(string how, string hint, bool isFinal)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("emit_badly", $$"""{"how":"{{how}}"}""").SliceAsync();

        answer.MustFail(hint, isFinal);
        Assert.Null(answer.Json["events"]);
        Assert.Null(answer.Json["checkpoint"]);
    }

    [Theory]
    [InlineData("\"4\"")]
    [InlineData("1.5")]
    public async Task A_count_of_events_that_cannot_be_read_ends_the_run(string record)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("report").From($$"""{"agnt5:events":{{record}}}""").SliceAsync()).MustFail("agnt5:events", isFinal: true);
    }
}
