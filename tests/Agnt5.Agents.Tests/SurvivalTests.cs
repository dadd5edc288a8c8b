using System.Text.Json.Nodes;
using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Tests;

/// <summary>A turn that is cut pays for nothing twice.</summary>
public sealed class SurvivalTests
{
    private static readonly FunctionCallContent RefundCall = ScriptedModel.Call("refund", ("id", "o-1"));

    [Fact]
    public async Task A_turn_that_is_cut_after_each_step_calls_no_model_and_no_tool_twice_and_tells_everything_once()
    {
        await using var whole = await AgentEndpoint.StartAsync();
        await using var cut = await AgentEndpoint.StartAsync();
        foreach (var endpoint in (AgentEndpoint[])[whole, cut])
        {
            endpoint.Model
                .Calls(ScriptedModel.Call("lookup_order", ("id", "o-1")), ScriptedModel.Call("count_stock", ("article", "tea")))
                .Calls(ScriptedModel.Call("break"))
                .Says("all done");
        }

        var (wholeTurn, cutTurn) = (whole.Turn("support", "go"), cut.Turn("support", "go"));
        var expected = await wholeTurn.SliceAsync();
        var actual = await cutTurn.CutAfterEachStepAsync();

        Assert.Equal(expected.Json["output"]!.ToJsonString(), actual.Json["output"]!.ToJsonString());
        Assert.Equal(wholeTurn.Events, cutTurn.Events);
        Assert.Equal(whole.Diary.Order(StringComparer.Ordinal), cut.Diary.Order(StringComparer.Ordinal));
        Assert.Equal(whole.Model.Requests.Select(static request => request.Text), cut.Model.Requests.Select(static request => request.Text));
        Assert.Equal(wholeTurn.Session("run-1"), cutTurn.Session("run-1"));
        Assert.Empty(cutTurn.Steps);
    }

    [Theory]
    [InlineData("approve", "refunded o-1")]
    [InlineData("reject", "Error: A person refused this call.")]
    public async Task A_tool_that_needs_approval_waits_for_a_person_and_then_does_what_they_say(string answer, string result)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(RefundCall, ScriptedModel.Call("lookup_order", ("id", "o-1"))).Says("done");
        var turn = endpoint.Turn("support", "refund o-1");

        (await turn.SliceAsync()).MustSuspend("""
            {"reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"May support call refund with {\"id\":\"o-1\"}?","input_type":"approval",
             "options":[{"id":"approve","label":"Approve"},{"id":"reject","label":"Reject"}],"allow_custom":false,"skippable":false}
            """);
        Assert.Equal(["lookup o-1"], endpoint.Diary);
        (await turn.SliceAsync($$"""{"user_response":"{{answer}}"}""")).MustComplete("\"done\"");

        Assert.Contains($"= {result}", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, endpoint.Model.Requests.Count);
        Assert.Equal(answer == "approve" ? 2 : 1, endpoint.Diary.Count);
        Assert.Equal(["tool_call.started", answer == "approve" ? "tool_call.completed" : "tool_call.failed", "tool_call.started", "tool_call.completed"],
            turn.Events.Where(static type => type.StartsWith("tool", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_tool_whose_failure_the_model_was_told_of_does_not_run_again_in_a_later_attempt()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("break"), RefundCall).Calls(ScriptedModel.Call("refund", ("id", "o-2"))).Says("done");
        var turn = endpoint.Turn("support", "go");
        await turn.SliceAsync();
        Assert.Equal(1, (await turn.SliceAsync("""{"user_response":"approve"}""")).Json["pause_index"]!.GetValue<int>());

        turn.Attempt++;
        await turn.SliceAsync();

        Assert.Single(endpoint.Diary, "break");
        (await turn.SliceAsync("""{"user_response":"approve","pause_index":"1"}""")).MustComplete("\"done\"");
        Assert.Single(endpoint.Diary, "break");
    }

    [Fact]
    public async Task An_approval_that_comes_before_its_question_runs_no_tool()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(RefundCall).Says("done");
        var turn = endpoint.Turn("support", "refund o-1");

        Assert.Equal("user_input_required", (await turn.SliceAsync("""{"user_response":"approve"}""")).Json["reason"]!.GetValue<string>());

        Assert.Empty(endpoint.Diary);
        (await turn.SliceAsync("""{"user_response":"approve"}""")).MustComplete("\"done\"");
        Assert.Single(endpoint.Diary);
    }

    [Fact]
    public async Task Of_two_calls_that_need_approval_a_person_approves_the_one_that_they_are_asked_about()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(RefundCall, ScriptedModel.Call("refund", ("id", "everything"))).Says("done");
        var turn = endpoint.Turn("support", "refund o-1");
        await turn.SliceAsync();

        var early = await turn.SliceAsync("""{"user_response":"approve","pause_index":"1"}""");
        Assert.Equal((0, 0), (early.Json["pause_index"]!.GetValue<int>(), endpoint.Diary.Count));
        await turn.SliceAsync("""{"user_response":"approve","pause_index":"0"}""");
        (await turn.SliceAsync("""{"user_response":"reject","pause_index":"1"}""")).MustComplete("\"done\"");

        Assert.StartsWith("refund o-1 ", Assert.Single(endpoint.Diary), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("__custom__:not today")]
    [InlineData("__skip__")]
    public async Task An_answer_that_is_neither_yes_nor_no_is_taken_for_neither(string answer)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(RefundCall).Says("done");
        var turn = endpoint.Turn("support", "refund o-1");
        var asked = await turn.SliceAsync();

        var again = await turn.SliceAsync($$"""{"user_response":"{{answer}}"}""");

        Assert.Equal(asked.Json["question"]!.GetValue<string>(), again.Json["question"]!.GetValue<string>());
        Assert.Empty(endpoint.Diary);
        Assert.Single(endpoint.Model.Requests);
    }

    [Fact]
    public async Task A_tool_gets_the_same_idempotency_key_when_a_lost_response_makes_it_run_again()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(RefundCall).Says("done").Says("done");
        var turn = endpoint.Turn("support", "refund o-1");
        await turn.SliceAsync();
        var checkpoint = turn.Checkpoint;

        await turn.SliceAsync("""{"user_response":"approve"}""");
        turn.Checkpoint = checkpoint;
        await turn.SliceAsync("""{"user_response":"approve"}""");

        Assert.Equal(2, endpoint.Diary.Count);
        Assert.Single(endpoint.Diary.Distinct());
        Assert.StartsWith("refund o-1 run-1:agnt5:agent:run-1:0:", endpoint.Diary[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_of_one_turn_is_not_taken_for_one_of_the_next()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(RefundCall).Says("done").Calls(RefundCall).Says("done again");
        var first = endpoint.Turn("support", "refund o-1");
        await first.SliceAsync();
        (await first.SliceAsync("""{"user_response":"approve"}""")).MustComplete("\"done\"");

        var second = endpoint.Turn("support", "and once more");
        second.Checkpoint = first.Checkpoint;
        var asked = await second.SliceAsync();

        Assert.Equal("user_input_required", asked.Json["reason"]!.GetValue<string>());
        Assert.Single(endpoint.Diary);
    }

    [Fact]
    public async Task What_a_failed_turn_left_behind_is_not_taken_for_the_next_messages()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("break"));
        var failed = endpoint.Turn("strict", "first message");
        await failed.SliceAsync();
        endpoint.Model.Says("an answer to the second");

        var next = endpoint.Turn("strict", "second message");
        next.Checkpoint = failed.Checkpoint;
        (await next.SliceAsync()).MustComplete("\"an answer to the second\"");

        Assert.Equal(["user: second message", "assistant: an answer to the second"], next.Session("run-1"));
    }

    [Fact]
    public async Task A_provider_that_asks_to_wait_longer_than_the_slice_lasts_is_called_again_by_a_timer()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Throws(new ModelThrottledException { RetryAfter = TimeSpan.FromMinutes(5) }).Says("now");
        var turn = endpoint.Turn("support", "hello");

        var waiting = await turn.SliceAsync(deadlineInMs: 60_000);
        Assert.Equal(("timer", ManualTime.StartMs + 300_000), (waiting.Json["reason"]!.GetValue<string>(), waiting.Json["ready_at_ms"]!.GetValue<long>()));
        Assert.Single(endpoint.Model.Requests);
        endpoint.Time.Advance(TimeSpan.FromMinutes(5));
        (await turn.SliceAsync(deadlineInMs: 60_000)).MustComplete("\"now\"");

        Assert.Equal(2, endpoint.Model.Requests.Count);
        Assert.Equal(["lm.started", "lm.completed"], turn.Events.Where(static type => type.StartsWith("lm.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_header_with_the_wait_is_read_out_of_the_exceptions_of_providers()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        var inner = new HttpRequestException("busy", null, System.Net.HttpStatusCode.TooManyRequests) { Data = { ["Retry-After"] = "120" } };
        endpoint.Model.Throws(new InvalidOperationException("the provider's own", inner)).Says("now");
        var turn = endpoint.Turn("support", "hello");

        var waiting = await turn.SliceAsync(deadlineInMs: 60_000);

        Assert.Equal(ManualTime.StartMs + 120_000, waiting.Json["ready_at_ms"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_stream_that_breaks_midway_is_asked_for_again_and_answers_whole()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.BreaksAfter[0] = 2;
        endpoint.Model.Says("one two three").Says("one two three");
        var turn = endpoint.Turn("support", "count");
        turn.IsStreaming = true;

        var answering = turn.SliceAsync();
        await endpoint.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
        endpoint.Time.AdvanceMs(1000);
        (await answering).MustComplete("\"one two three\"");

        Assert.Equal(2, endpoint.Model.Requests.Count);
        Assert.Equal(["user: count", "assistant: one two three"], turn.Session("run-1"));
    }

    [Fact]
    public async Task A_request_that_the_provider_refuses_for_good_fails_the_turn_at_once()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Throws(new HttpRequestException("bad key", null, System.Net.HttpStatusCode.Unauthorized));
        var turn = endpoint.Turn("support", "hello");

        (await turn.SliceAsync()).MustFail("bad key", isFinal: false);

        Assert.Equal(["lm.started", "lm.failed", "agent.failed"], turn.Events.Where(static type => type is not ("agent.started" or "agent.iteration.started")));
        Assert.Single(endpoint.Model.Requests);
    }

    [Fact]
    public async Task An_agent_with_a_body_survives_a_cut_after_each_of_its_steps_and_a_sleep()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("draft").Says("final");
        var turn = endpoint.Turn("editor", "tea");

        var sleeping = await turn.CutAfterEachStepAsync();
        Assert.Equal("timer", sleeping.Json["reason"]!.GetValue<string>());
        endpoint.Time.Advance(TimeSpan.FromHours(1));
        (await turn.CutAfterEachStepAsync()).MustComplete("\"final\"");

        Assert.Equal(["notes"], endpoint.Diary);
        Assert.Equal(["system: Write.\nuser: Draft: notes on tea", "system: Correct.\nuser: Correct: draft"], endpoint.Model.Requests.Select(static request => request.Text));
        Assert.Equal(["user: tea", "assistant: final"], turn.Session("run-1"));
        Assert.Empty(turn.Steps);

        // The next turn of the session takes its own notes.
        endpoint.Model.Says("draft 2");
        var next = endpoint.Turn("editor", "coffee");
        next.Checkpoint = turn.Checkpoint;
        await next.SliceAsync();
        Assert.Equal(["notes", "notes"], endpoint.Diary);
    }

    [Fact]
    public async Task Records_grow_with_the_messages_of_a_turn_and_are_gone_when_it_is_over()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("lookup_order", ("id", "o-1"))).Says("done");
        var turn = endpoint.Turn("support", "hello");
        turn.Checkpoint = JsonNode.Parse("""{"steps":{"of somebody else":{"b":1}},"agent_sessions":{"other":{"messages":[{"role":"user","content":"o"}],"updated_at_ms":12}}}""")!.AsObject();

        await turn.SliceAsync(deadlineInMs: 10_000, yieldBeforeMs: 10_000);
        Assert.Equal(["agnt5:agent:run-1:0:1:model:1", "agnt5:agent:run-1:0:turn", "agnt5:events", "of somebody else"], turn.Steps.Select(static step => step.Key).Order(StringComparer.Ordinal));
        (await turn.CutAfterEachStepAsync()).MustComplete("\"done\"");

        Assert.Equal("""{"of somebody else":{"b":1}}""", turn.Steps.ToJsonString());
        Assert.Equal("""{"messages":[{"role":"user","content":"o"}],"updated_at_ms":12}""", turn.Checkpoint!["agent_sessions"]!["other"]!.ToJsonString());
    }
}
