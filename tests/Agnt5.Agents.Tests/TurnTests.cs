using System.Text.Json.Nodes;
using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Tests;

/// <summary>One turn of an agent: the model, its tools, the events and the session (protocol section 6, "Agents").</summary>
public sealed class TurnTests
{
    [Fact]
    public async Task A_turn_of_two_iterations_and_three_tools_tells_what_happened_in_order_and_once()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Calls(ScriptedModel.Call("lookup_order", ("id", "o-1")), ScriptedModel.Call("count_stock", ("article", "tea")), ScriptedModel.Call("break"))
            .Says(" All is well. ");
        var turn = endpoint.Turn("support", "how is o-1?");

        (await turn.SliceAsync()).MustComplete("\"All is well.\"");

        Assert.Equal(
            [
                "agent.started",
                "agent.iteration.started", "lm.started", "lm.completed",
                "tool_call.started", "tool_call.completed", "tool_call.started", "tool_call.completed", "tool_call.started", "tool_call.failed",
                "agent.iteration.completed",
                "agent.iteration.started", "lm.started", "lm.completed", "agent.iteration.completed",
                "agent.completed", "session.created",
            ],
            turn.Events);
        Assert.Equal(["user: how is o-1?", "assistant: All is well."], turn.Session("run-1"));
        Assert.Empty(turn.Steps);
        Assert.Equal(
            """
            system: Answer briefly.
            user: how is o-1?
            assistant: lookup_order() count_stock() break()
            tool: = {"id":"o-1","total":12.5} = 3 = Error: Failed with InvalidOperationException.
            """.ReplaceLineEndings("\n"),
            endpoint.Model.Requests[1].Text.Split(" The endpoint's log")[0]);
    }

    [Fact]
    public async Task The_model_is_given_the_tools_as_the_manifest_describes_them_and_the_options_of_the_attribute()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("hi");

        await endpoint.Turn("support", "hello").SliceAsync();

        var options = endpoint.Model.Requests.Single().Options!;
        Assert.Equal(("test/clever", 0.5f), (options.ModelId, options.Temperature));
        var tool = Assert.IsAssignableFrom<AIFunctionDeclaration>(options.Tools![0]);
        Assert.Equal(("lookup_order", "Looks up an order."), (tool.Name, tool.Description));
        Assert.Equal("""{"type":"object","properties":{"id":{"type":"string","description":"The order's id."}},"required":["id"]}""", tool.JsonSchema.GetRawText());
        Assert.All(options.Tools!, static declared => Assert.IsNotAssignableFrom<AIFunction>(declared));
    }

    [Fact]
    public async Task A_client_that_is_registered_for_the_provider_wins_and_knows_the_model_by_its_own_name()
    {
        var own = new ScriptedModel().Says("from the provider");
        await using var endpoint = await AgentEndpoint.StartAsync(
            services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddKeyedSingleton<IChatClient>(services, "test", own));

        (await endpoint.Turn("support", "hello").SliceAsync()).MustComplete("\"from the provider\"");

        Assert.Equal("clever", own.Requests.Single().Options!.ModelId);
    }

    [Fact]
    public async Task Usage_is_in_the_events_of_each_call_and_summed_once_for_the_turn()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("lookup_order", ("id", "o-1"))).Says("done");
        var turn = endpoint.Turn("support", "hello");
        var answers = new List<JsonNode>();

        Answer answer;
        do
        {
            answer = await turn.SliceAsync(deadlineInMs: 10_000, yieldBeforeMs: 10_000);
            answers.Add(answer.Json);
        }
        while (answer.Json["status"]!.GetValue<string>() == "suspended");

        var events = answers.SelectMany(static slice => slice["events"]?.AsArray() ?? []).ToArray();
        Assert.Equal([15, 15], events.Where(static emitted => emitted!["event_type"]!.GetValue<string>() == "lm.completed")
            .Select(static emitted => emitted!["data"]!["usage"]!["total_tokens"]!.GetValue<int>()));
        Assert.Equal(30, events.Single(static emitted => emitted!["event_type"]!.GetValue<string>() == "agent.completed")!["data"]!["usage"]!["total_tokens"]!.GetValue<int>());
        Assert.True(answers.Count > 2);
    }

    [Fact]
    public async Task A_call_of_a_tool_that_does_not_exist_or_does_not_bind_goes_back_to_the_model()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Calls(
                ScriptedModel.Call("burn"),
                ScriptedModel.Call("lookup_order", ("number", 7)),
                new FunctionCallContent("call-broken", "lookup_order") { Exception = new System.Text.Json.JsonException("'}' is missing") })
            .Says("sorry");

        (await endpoint.Turn("support", "burn it").SliceAsync()).MustComplete("\"sorry\"");

        var told = endpoint.Model.Requests[1].Text;
        Assert.Contains("There is no tool 'burn'. The tools are: lookup_order, refund, count_stock, break.", told, StringComparison.Ordinal);
        Assert.Contains("$.id: is required", told, StringComparison.Ordinal);
        Assert.Contains("The arguments are not a JSON object: '}' is missing", told, StringComparison.Ordinal);
        Assert.Empty(endpoint.Diary);
    }

    [Fact]
    public async Task A_tools_failure_ends_the_turn_where_the_agent_says_so_and_a_retry_pays_for_the_tool_alone()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("break"));
        var turn = endpoint.Turn("strict", "go");

        (await turn.SliceAsync()).MustFail("the shelf is broken", isFinal: false);
        Assert.Equal("agent.failed", turn.Events[^1]);
        (await turn.SliceAsync()).MustFail("the shelf is broken", isFinal: false);

        Assert.Equal(["break", "break"], endpoint.Diary);
        Assert.Single(endpoint.Model.Requests);
    }

    [Fact]
    public async Task A_turn_that_never_comes_to_an_answer_ends_and_says_why()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        for (var i = 0; i < 5; i++)
            endpoint.Model.Calls(ScriptedModel.Call("lookup_order", ("id", $"o-{i}")));

        (await endpoint.Turn("support", "loop").SliceAsync()).MustFail("has called its model 4 times in this turn without an answer", isFinal: true);

        Assert.Equal(4, endpoint.Model.Requests.Count);
    }

    [Fact]
    public async Task A_turn_stops_at_its_budget_of_tokens_and_of_calls()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("count_stock", ("article", "a"))).Calls(ScriptedModel.Call("count_stock", ("article", "b")));
        (await endpoint.Turn("thrifty", "spend").SliceAsync()).MustFail("has used 30 tokens in this turn", isFinal: true);

        endpoint.Model.Calls(ScriptedModel.Call("count_stock", ("article", "c")), ScriptedModel.Call("count_stock", ("article", "d")), ScriptedModel.Call("count_stock", ("article", "e")));
        (await endpoint.Turn("thrifty", "spend more").SliceAsync()).MustFail("wants to call 3 tools in this turn, and may call 2", isFinal: true);

        Assert.Equal(["count a", "count b"], endpoint.Diary);
    }

    [Fact]
    public async Task An_empty_reply_is_asked_again_and_a_refusal_ends_the_turn()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says(" ").Says("here I am");
        (await endpoint.Turn("support", "hello").SliceAsync()).MustComplete("\"here I am\"");

        endpoint.Model.Does(static _ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "I cannot help with that.")) { FinishReason = ChatFinishReason.ContentFilter });
        (await endpoint.Turn("support", "evil").SliceAsync()).MustFail("refused to answer: I cannot help with that.", isFinal: true);
    }

    [Fact]
    public async Task An_answer_of_a_type_is_given_its_schema_and_one_that_does_not_fit_goes_back()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("so sad").Says("""{"mood":"sad","score":9}""").Says("""
            ```json
            {"mood":"sad","score":2}
            ```
            """);

        (await endpoint.Turn("reader", "how do I feel?").SliceAsync()).MustComplete("""{"mood":"sad","score":2}""");

        var format = Assert.IsType<ChatResponseFormatJson>(endpoint.Model.Requests[0].Options!.ResponseFormat);
        Assert.Equal("In one word.", format.Schema!.Value.GetProperty("properties").GetProperty("mood").GetProperty("description").GetString());
        Assert.Contains("does not fit its schema: it is not JSON", endpoint.Model.Requests[1].Text, StringComparison.Ordinal);
        Assert.Contains("$.score", endpoint.Model.Requests[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_no_object_is_asked_for_inside_of_one()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("""{"result":["a","b"]}""");
        var turn = endpoint.Turn("lister", "list");

        (await turn.SliceAsync()).MustComplete("""["a","b"]""");

        Assert.Equal(["user: list", """assistant: ["a","b"]"""], turn.Session("run-1"));
    }

    [Fact]
    public async Task Deltas_of_a_streamed_reply_go_out_between_its_start_and_its_end()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("all is well");
        var turn = endpoint.Turn("support", "hello");
        turn.IsStreaming = true;

        (await turn.SliceAsync()).MustComplete("\"all is well\"");

        Assert.Equal(["lm.started", "lm.message.delta", "lm.message.delta", "lm.message.delta", "lm.completed"], turn.Events.Where(static type => type.StartsWith("lm.", StringComparison.Ordinal)));
    }
}
