using System.Text.Json.Nodes;
using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents.Tests;

/// <summary>Failures between agents, people and runs, and the damage that they must not do.</summary>
public sealed class FailureTests
{
    private static readonly FunctionCallContent RefundCall = ScriptedModel.Call("refund", ("id", "o-1"));

    [Fact]
    public async Task An_asked_agent_that_is_called_wrongly_or_fails_is_told_to_the_model_that_asked()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Calls(ScriptedModel.Call("counter", ("count", "many")), ScriptedModel.Call("clumsy", ("message", "hold this")))
            .Says("mended");

        (await endpoint.Turn("boss", "go").SliceAsync()).MustComplete("\"mended\"");

        var told = endpoint.Model.Requests[1].Text;
        Assert.Contains("Error: $.count: expected integer", told, StringComparison.Ordinal);
        Assert.Contains("Error: Failed with InvalidOperationException.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_is_told_its_wrong_arguments_word_for_word_wherever_the_endpoint_runs()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("count_stock", ("article", 4111))).Says("mended");

        (await endpoint.Turn("support", "go").SliceAsync()).MustComplete("\"mended\"");

        Assert.Contains("expected string, got 4111", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_failure_of_an_asked_agent_goes_out_once_however_often_the_run_is_cut()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Calls(ScriptedModel.Call("support", ("message", "hi")))
            .Throws(new InvalidOperationException("bad key"))
            .Calls(ScriptedModel.Call("reader", ("message", "hi")))
            .Says("""{"mood":"calm","score":2}""")
            .Says("done");
        var turn = endpoint.Turn("boss", "go");

        (await turn.CutAfterEachStepAsync()).MustComplete("\"done\"");

        Assert.Single(turn.Events, static type => type == "agent.failed");
        Assert.Equal(3, turn.Events.Count(static type => type == "agent.started"));
    }

    [Fact]
    public async Task Agents_that_ask_one_another_come_to_an_end()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        for (var i = 0; i < 2000; i++)
            endpoint.Model.Does(static _ => ScriptedModel.Reply(ScriptedModel.Call("ping", ("message", "hi")), ScriptedModel.Call("pong", ("message", "hi"))));

        (await endpoint.Turn("ping", "hi").SliceAsync()).MustFail("have called models 1000 times in this turn", isFinal: true);

        Assert.Equal(1000, endpoint.Model.Requests.Count);
    }

    [Fact]
    public async Task A_person_is_not_asked_to_approve_what_is_too_long_to_read()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("refund", ("note", new string('x', 4000)), ("id", "everything"))).Says("sorry");

        (await endpoint.Turn("support", "go").SliceAsync()).MustComplete("\"sorry\"");

        Assert.Contains("are too long to be read", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Empty(endpoint.Diary);
    }

    [Theory]
    [InlineData("run-2", "support")]
    [InlineData("run-1", "manager")]
    public async Task The_approval_of_a_failed_turn_is_not_taken_for_one_of_another_run_or_agent_that_is_told_the_same(string runId, string agent)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(RefundCall).Throws(new InvalidOperationException("down"));
        var asked = await endpoint.InvokeAsync(Body("run-1", "support", checkpoint: null, "{}"));
        var failed = await endpoint.InvokeAsync(Body("run-1", "support", asked.Json["checkpoint"], """{"user_response":"approve"}"""));
        Assert.Equal("down", failed.Message);

        endpoint.Model.Says("a reply of its own");
        (await endpoint.InvokeAsync(Body(runId, agent, failed.Json["checkpoint"], "{}"))).MustComplete("\"a reply of its own\"");

        static string Body(string runId, string agent, JsonNode? checkpoint, string metadata) => new JsonObject
        {
            ["component_type"] = "agent",
            ["component_name"] = agent,
            ["run_id"] = runId,
            ["input"] = "refund o-1",
            ["checkpoint"] = checkpoint?.DeepClone(),
            ["metadata"] = InSession(metadata),
        }.ToJsonString();
    }

    [Fact]
    public async Task A_turn_without_a_run_id_goes_on_where_it_was()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(RefundCall).Says("done");
        var asked = await endpoint.InvokeAsync(Body(checkpoint: null, "{}"));
        endpoint.Time.AdvanceMs(1000);

        (await endpoint.InvokeAsync(Body(asked.Json["checkpoint"], """{"user_response":"approve"}"""))).MustComplete("\"done\"");

        Assert.Equal(2, endpoint.Model.Requests.Count);

        static string Body(JsonNode? checkpoint, string metadata) => new JsonObject
        {
            ["component_type"] = "agent",
            ["component_name"] = "support",
            ["input"] = "refund o-1",
            ["checkpoint"] = checkpoint?.DeepClone(),
            ["metadata"] = InSession(metadata),
        }.ToJsonString();
    }

    private static JsonNode InSession(string metadata)
    {
        var given = JsonNode.Parse(metadata)!;
        given["session_id"] = "s";
        return given;
    }

    [Fact]
    public async Task An_answer_to_a_question_of_an_abandoned_turn_approves_nothing_in_the_next_one()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(RefundCall).Calls(ScriptedModel.Call("refund", ("id", "everything"))).Says("done");
        var abandoned = endpoint.Turn("support", "refund o-1");
        await abandoned.SliceAsync();

        var next = endpoint.Turn("support", "something else");
        next.Checkpoint = abandoned.Checkpoint;
        var answer = await next.SliceAsync("""{"user_response":"approve"}""");

        Assert.Contains("everything", answer.Json["question"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(endpoint.Diary);
    }

    [Fact]
    public async Task A_question_shows_characters_that_would_make_it_read_otherwise()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("refund", ("id", "o-1\u202E9-o")));

        Assert.Equal("May support call refund with {\"id\":\"o-1\\u202e9-o\"}?", (await endpoint.Turn("support", "go").SliceAsync()).Json["question"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_agent_is_not_asked_without_a_message()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("support")).Says("done");

        (await endpoint.Turn("manager", "go").SliceAsync()).MustComplete("\"done\"");

        Assert.Contains("Error: $.message: is required.", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_fails_is_in_the_log_and_one_that_returns_too_much_is_told_so()
    {
        await using var endpoint = await AgentEndpoint.StartAsync(
            static services => services.AddKeyedSingleton<AIFunction>("librarian", AIFunctionFactory.Create(() => new string('x', 2 * 1024 * 1024), "read_all")));
        endpoint.Model.Calls(ScriptedModel.Call("read_all")).Says("too long");

        (await endpoint.Turn("librarian", "read").SliceAsync()).MustComplete("\"too long\"");

        Assert.Contains("return less", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        await endpoint.Log.WaitForAsync("tool read_all failed, called by agent librarian");
    }

    [Fact]
    public async Task Nobody_is_asked_to_approve_a_call_of_a_loop_that_has_failed()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("break"), RefundCall).Says("calm again");
        var turn = endpoint.Turn("patient", "go");

        Assert.Equal("timer", (await turn.SliceAsync()).Json["reason"]!.GetValue<string>());
        Assert.False(turn.Steps.ContainsKey("agnt5:asked:0"));
        endpoint.Time.Advance(TimeSpan.FromHours(1));
        (await turn.SliceAsync("""{"user_response":"approve"}""")).MustComplete("\"calm again\"");

        Assert.DoesNotContain(endpoint.Diary, static line => line.StartsWith("refund", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_was_shown_and_taken_back_since_does_not_count_as_asked_any_more()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("sleeper", ("message", "wait")), RefundCall).Says("calm again");
        var turn = endpoint.Turn("patient", "go");

        Assert.Equal("user_input_required", (await turn.SliceAsync()).Json["reason"]!.GetValue<string>());
        Assert.True(turn.Steps.ContainsKey("agnt5:asked:0"));
        endpoint.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("timer", (await turn.SliceAsync()).Json["reason"]!.GetValue<string>());
        Assert.False(turn.Steps.ContainsKey("agnt5:asked:0"));
        endpoint.Time.Advance(TimeSpan.FromHours(1));
        (await turn.SliceAsync("""{"user_response":"approve"}""")).MustComplete("\"calm again\"");

        Assert.DoesNotContain(endpoint.Diary, static line => line.StartsWith("refund", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_step_is_known_by_its_own_name_live_and_on_replay()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        var turn = endpoint.Turn("careful", "go");

        Assert.Equal("timer", (await turn.SliceAsync()).Json["reason"]!.GetValue<string>());
        endpoint.Time.Advance(TimeSpan.FromHours(1));

        (await turn.SliceAsync()).MustComplete("\"pack:7\"");
    }

    [Fact]
    public async Task A_call_in_the_wrong_place_is_told_with_the_name_that_its_step_has_in_the_code()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();

        var answer = await endpoint.Turn("hasty", "go").SliceAsync();

        Assert.Contains("RunAsync was called inside the body of step 'hurry'", answer.Json["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_turns_of_one_run_get_ids_and_random_numbers_of_their_own()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        var first = endpoint.Turn("numberer", "one");
        var one = (await first.SliceAsync()).Json["output"]!.GetValue<string>();
        var second = endpoint.Turn("numberer", "two");
        second.Checkpoint = first.Checkpoint;
        var two = (await second.SliceAsync()).Json["output"]!.GetValue<string>();

        Assert.Equal(4, one.Split(' ').Concat(two.Split(' ')).Distinct().Count());
    }

    [Fact]
    public async Task An_enormous_answer_does_not_wipe_its_session()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says(new string('x', 1024 * 1024 + 1));
        var turn = endpoint.Turn("support", "much");

        await turn.SliceAsync();

        Assert.Equal(2, turn.Session("run-1").Count());
    }

    [Fact]
    public async Task An_empty_reply_is_not_sent_back_to_a_provider_that_would_refuse_it()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Does(static _ => new ChatResponse(new ChatMessage(ChatRole.Assistant, []))).Says("here I am");

        (await endpoint.Turn("support", "hello").SliceAsync()).MustComplete("\"here I am\"");

        Assert.All(endpoint.Model.Requests[1].Messages, static message => Assert.NotEmpty(message.Contents));
    }

    [Fact]
    public async Task A_reply_with_thousands_of_calls_makes_a_few_and_says_so_to_the_model()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls([.. Enumerable.Range(0, 2000).Select(static i => ScriptedModel.Call("count_stock", ("article", $"a{i}")))]).Says("done");

        (await endpoint.Turn("support", "go").SliceAsync()).MustComplete("\"done\"");

        Assert.Equal(64, endpoint.Diary.Count);
        Assert.Contains("Only the first 64 calls of a reply are made.", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask_thrifty_twice")]
    [InlineData("relay_twice")]
    public async Task A_session_that_is_trimmed_to_one_size_can_be_asked_twice_in_a_run(string workflow)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("1").Says("2");
        var run = endpoint.Run("workflow", workflow, "{}");
        run.Checkpoint = JsonNode.Parse("""
            {"agent_sessions":{"desk":{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"},{"role":"assistant","content":"d"}],"updated_at_ms":1}}}
            """)!.AsObject();

        (await run.CutAfterEachStepAsync()).MustComplete("\"1 2\"");

        Assert.Equal(["user: one", "assistant: 1", "user: two", "assistant: 2"], run.Session("desk"));
    }
}
