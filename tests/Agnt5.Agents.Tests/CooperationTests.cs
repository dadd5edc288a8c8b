using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents.Tests;

/// <summary>Agents and workflows that ask agents, functions of the app, and the sources of instructions.</summary>
public sealed class CooperationTests
{
    [Fact]
    public async Task An_agent_asks_another_one_like_a_tool_and_a_cut_costs_neither_a_call()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Calls(ScriptedModel.Call("support", ("message", "how is o-1?")))
            .Calls(ScriptedModel.Call("lookup_order", ("id", "o-1")))
            .Says("it is fine")
            .Says("support says it is fine");
        var turn = endpoint.Turn("manager", "what does support say?");

        (await turn.CutAfterEachStepAsync()).MustComplete("\"support says it is fine\"");

        Assert.Equal(4, endpoint.Model.Requests.Count);
        Assert.Equal(["lookup o-1"], endpoint.Diary);
        Assert.Equal("system: Answer briefly.\nuser: how is o-1?", endpoint.Model.Requests[1].Text);
        Assert.Contains("tool: = it is fine", endpoint.Model.Requests[3].Text, StringComparison.Ordinal);
        Assert.Equal(2, turn.Events.Count(static type => type == "agent.completed"));
        Assert.Equal(1, turn.Events.Count(static type => type == "session.created"));
        Assert.Empty(turn.Steps);
    }

    [Fact]
    public async Task What_an_asked_agent_does_is_told_after_the_call_that_asked_it_and_calls_begin_in_their_order()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Calls(ScriptedModel.Call("count_stock", ("article", "tea")), ScriptedModel.Call("support", ("message", "and o-1?")))
            .Says("fine")
            .Says("done");
        var turn = endpoint.Turn("manager", "how are things?");

        (await turn.SliceAsync()).MustComplete("\"done\"");

        Assert.Equal(["agent.started", "tool_call.started", "tool_call.started", "agent.started"], turn.Events.Where(static type => type is "agent.started" or "tool_call.started"));
    }

    [Fact]
    public async Task An_approval_inside_of_an_asked_agent_suspends_the_whole_run_and_resumes_it()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Calls(ScriptedModel.Call("support", ("message", "refund o-1")))
            .Calls(ScriptedModel.Call("refund", ("id", "o-1")))
            .Says("refunded")
            .Says("all done");
        var turn = endpoint.Turn("manager", "have it refunded");

        Assert.Equal("May support call refund with {\"id\":\"o-1\"}?", (await turn.SliceAsync()).Json["question"]!.GetValue<string>());
        (await turn.SliceAsync("""{"user_response":"approve"}""")).MustComplete("\"all done\"");

        Assert.Single(endpoint.Diary);
        Assert.Equal(4, endpoint.Model.Requests.Count);
    }

    [Fact]
    public async Task An_agent_hands_the_conversation_over_and_the_other_one_answers_with_its_own_instructions()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("transfer_to_librarian")).Says("War and Peace");
        var turn = endpoint.Turn("manager", "which book?");

        (await turn.CutAfterEachStepAsync()).MustComplete("\"War and Peace\"");

        Assert.StartsWith("system: You know every book.", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Manage.", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Contains("user: which book?", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Equal(ChatToolMode.None, endpoint.Model.Requests[1].Options!.ToolMode);
    }

    [Fact]
    public async Task A_workflow_asks_agents_and_their_session_is_written_once_when_it_completes()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("first").Says("second").Says("""{"mood":"glad","score":5}""");
        var run = endpoint.Run("workflow", "ask_twice", "{}");

        (await run.CutAfterEachStepAsync()).MustComplete("\"first, second, glad\"");

        Assert.Equal(["user: one", "assistant: first", "user: two", "assistant: second"], run.Session("desk"));
        Assert.Equal("system: Answer briefly.\nuser: one\nassistant: first\nuser: two", endpoint.Model.Requests[1].Text);
        Assert.Equal(3, endpoint.Model.Requests.Count);
        Assert.DoesNotContain(run.Steps, static step => step.Key.StartsWith("agnt5:agent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agent_that_is_asked_without_a_session_has_one_of_this_run_and_call_alone()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        const string Body = """{"component_type":"workflow","component_name":"ask_for_badges","run_id":"{0}","checkpoint":{1}}""";

        foreach (var run in (string[])["run-1", "run-2"])
        {
            var suspended = await endpoint.InvokeAsync(Body.Replace("{0}", run, StringComparison.Ordinal).Replace("{1}", "null", StringComparison.Ordinal));
            endpoint.Time.AdvanceMs(3_600_000);
            var completed = await endpoint.InvokeAsync(Body.Replace("{0}", run, StringComparison.Ordinal).Replace("{1}", suspended.Json["checkpoint"]!.ToJsonString(), StringComparison.Ordinal));

            completed.MustComplete($$"""["{{run}}:badge:0 agent badge","{{run}}:badge%3A2:0 agent badge","{{run}}:badge%3Aown:0 agent badge","ask_for_badges"]""");
        }
    }

    [Fact]
    public async Task What_a_model_or_a_tool_cut_within_a_character_is_mended_so_that_live_and_replay_say_the_same()
    {
        await using var endpoint = await AgentEndpoint.StartAsync(static services => services.AddKeyedSingleton<AIFunction>(
            "librarian", AIFunctionFactory.Create((string title) => $"{title} \udc00", "find", "Finds a title.")));
        endpoint.Model.Calls(ScriptedModel.Call("find", ("title", "a\ud83d"))).Says("it is b\ud83d");
        var turn = endpoint.Turn("librarian", "find a");

        (await turn.CutAfterEachStepAsync()).MustComplete("\"it is b\ufffd\"");

        Assert.Contains("tool: = a\ufffd \ufffd", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Equal(["user: find a", "assistant: it is b\ufffd"], turn.Session("run-1"));
    }

    [Fact]
    public async Task A_reply_that_no_request_could_bring_back_fails_the_turn_and_names_its_record()
    {
        await using var endpoint = await AgentEndpoint.StartAsync(static services => services.Configure<ServerlessOptions>(static options => options.MaxRequestBodyBytes = 32 * 1024));
        endpoint.Model.Says(new string('x', 40_000));

        (await endpoint.Turn("librarian", "go on and on").SliceAsync()).MustFail("MaxRequestBodyBytes", isFinal: true);
    }

    [Fact]
    public async Task Functions_of_the_app_are_offered_to_the_agent_that_they_are_registered_for()
    {
        await using var endpoint = await AgentEndpoint.StartAsync(
            static services => services.AddKeyedSingleton<AIFunction>("librarian", AIFunctionFactory.Create((string title) => title.Length, "measure", "Measures a title.")));
        endpoint.Model.Calls(ScriptedModel.Call("measure", ("title", "Emma"))).Says("short");

        (await endpoint.Turn("librarian", "how long is Emma?").CutAfterEachStepAsync()).MustComplete("\"short\"");

        Assert.Contains("tool: = 4", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Equal(["measure"], endpoint.Model.Requests[0].Options!.Tools!.Select(static tool => tool.Name));
    }

    [Fact]
    public async Task Instructions_that_a_method_makes_are_made_once_per_turn()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("ready");

        (await endpoint.Turn("prepared", "go").CutAfterEachStepAsync()).MustComplete("\"ready\"");

        Assert.Equal(["prepare"], endpoint.Diary);
        Assert.StartsWith("system: Be prepared.", endpoint.Model.Requests.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_keeps_as_many_messages_as_its_agent_says()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        AgentRun? turn = null;
        foreach (var number in (int[])[1, 2, 3])
        {
            endpoint.Model.Says($"answer {number}");
            var next = endpoint.Turn("thrifty", $"question {number}");
            next.Checkpoint = turn?.Checkpoint;
            await next.SliceAsync();
            turn = next;
        }

        Assert.Equal(["user: question 2", "assistant: answer 2", "user: question 3", "assistant: answer 3"], turn!.Session("run-1"));
    }

    [Fact]
    public async Task A_policy_of_the_apps_own_decides_what_a_session_keeps()
    {
        await using var endpoint = await AgentEndpoint.StartAsync(static services => services.AddSingleton<IHistoryPolicy>(new KeepNothing()));
        endpoint.Model.Says("forgotten");
        var turn = endpoint.Turn("support", "hello");

        await turn.SliceAsync();

        Assert.Empty(turn.Session("run-1"));
    }

    [Fact]
    public void An_endpoint_whose_agents_have_no_model_does_not_start_and_names_what_to_register()
    {
        var services = new ServiceCollection().BuildServiceProvider();

        var problem = Assert.Throws<InvalidOperationException>(() => new ServerlessEndpoint(Agnt5Components.Catalog, new ServerlessOptions(), services));

        Assert.Contains("Agent 'support' uses the model 'test/clever', but no IChatClient is registered for it. Add builder.Services.AddKeyedSingleton<IChatClient>(\"test\", …)",
            problem.Message, StringComparison.Ordinal);
    }

    private sealed class KeepNothing : IHistoryPolicy
    {
        public IReadOnlyList<SessionMessage> Trim(IReadOnlyList<SessionMessage> messages) => [];
    }
}
