using System.Text.Json.Nodes;
using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Tests;

/// <summary>The user's message and the history, in every form in which they arrive.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData("\"  hi  \"", "hi")]
    [InlineData("""{"prompt":" ","message":7,"input":"third"}""", "third")]
    [InlineData("""{ "order" : { "id" : 7 } }""", """{"order":{"id":7}}""")]
    [InlineData("[1, 2]", "[1,2]")]
    [InlineData("null", "{}")]
    [InlineData("\"\"", "")]
    public async Task A_message_is_found_in_any_input(string input, string message)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("heard");

        (await endpoint.Run("agent", "support", input).SliceAsync()).MustComplete("\"heard\"");

        Assert.Equal(message, endpoint.Model.Requests.Single().Messages[^1].Text);
    }

    [Theory]
    [InlineData("""{"run-1":7}""", 0)]
    [InlineData("""{"run-1":{"messages":"none"}}""", 0)]
    [InlineData("""{"run-1":{"messages":[1,"x",null,[],{"role":7,"content":{}},{"content":" a "},{"role":" assistant "}]}}""", 3)]
    [InlineData("""[]""", 0)]
    public async Task A_session_in_any_form_is_answered(string sessions, int messages)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("heard");
        var turn = endpoint.Turn("support", "hi");
        turn.Checkpoint = new JsonObject { ["agent_sessions"] = JsonNode.Parse(sessions) };

        (await turn.SliceAsync()).MustComplete("\"heard\"");

        Assert.Equal(messages + 2, turn.Session("run-1").Count());
    }

    [Theory]
    [InlineData("run-1", "input")]
    [InlineData("other", "input")]
    [InlineData("other", "\\ud800")]
    [InlineData("\\ud800", "input")]
    public async Task Half_a_character_in_a_session_or_a_message_ends_no_turn(string session, string message)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Says("heard");

        var answer = await endpoint.InvokeAsync(
            """{"component_type":"agent","component_name":"support","run_id":"run-1","input":{"message":"$1"},"checkpoint":{"agent_sessions":{"$2":{"messages":[{"role":"user","content":"\ud800"}]}}}}"""
                .Replace("$1", message, StringComparison.Ordinal).Replace("$2", session, StringComparison.Ordinal));

        Assert.Equal(200, answer.Status);
        Assert.Contains("\"status\":\"completed\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_call_can_be_named_to_its_provider_and_keeps_its_name_over_attempts()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        var keys = new List<string?>();
        endpoint.Model
            .Does(_ => throw Remember(new ModelThrottledException { RetryAfter = TimeSpan.FromHours(1) }))
            .Does(_ =>
            {
                Remember(new IOException());
                return ScriptedModel.Reply(new TextContent("now"));
            });
        var turn = endpoint.Turn("support", "hi");

        await turn.SliceAsync();
        endpoint.Time.Advance(TimeSpan.FromHours(1));
        (await turn.SliceAsync()).MustComplete("\"now\"");

        Assert.Equal(["run-1:agnt5:agent:run-1:0:1:model:1", "run-1:agnt5:agent:run-1:0:1:model:1"], keys);
        Assert.Null(ModelCall.Current);

        Exception Remember(Exception exception)
        {
            keys.Add(ModelCall.Current?.IdempotencyKey);
            return exception;
        }
    }

    [Fact]
    public async Task A_provider_that_keeps_the_conversation_is_told_only_what_is_new()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model
            .Does(static _ =>
            {
                var reply = ScriptedModel.Reply(ScriptedModel.Call("lookup_order", ("id", "o-1")));
                reply.ConversationId = "kept";
                return reply;
            })
            .Says("done");

        (await endpoint.Turn("support", "hi").CutAfterEachStepAsync()).MustComplete("\"done\"");

        Assert.Equal("kept", endpoint.Model.Requests[1].Options!.ConversationId);
        Assert.Equal(ChatRole.Tool, endpoint.Model.Requests[1].Messages.Single().Role);
    }
}
