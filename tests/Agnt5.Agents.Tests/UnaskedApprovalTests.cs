using System.Text.Json.Nodes;
using Agnt5.Agents.Tests.Hosting;

namespace Agnt5.Agents.Tests;

/// <summary>Answers that come before anybody was shown the call that they would approve (protocol section 6, <c>agnt5:asked</c>).</summary>
public sealed class UnaskedApprovalTests
{
    [Theory]
    [InlineData("""{"user_response":"approve"}""")]
    [InlineData("""{"step_events":"{\"0\":\"approve\"}"}""")]
    [InlineData("""{"step_events":"{\"0\":\"approve\",\"1\":\"approve\"}","user_response":"approve","pause_index":"1"}""")]
    [InlineData("""{"step_events":"{\"00\":\"approve\",\" 0\":\"approve\",\"0\":\"approve\"}"}""")]
    public async Task No_answer_in_any_form_approves_a_call_that_nobody_was_shown(string metadata)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("refund", ("id", "o-1"))).Says("done");
        var turn = endpoint.Turn("support", "go");

        Assert.Equal("user_input_required", (await turn.SliceAsync(metadata)).Json["reason"]!.GetValue<string>());

        Assert.Empty(endpoint.Diary);
        (await turn.SliceAsync("""{"user_response":"approve"}""")).MustComplete("\"done\"");
        Assert.Single(endpoint.Diary);
    }

    [Theory]
    [InlineData("""{"step_events":"{\"0\":\"approve\",\"1\":\"approve\"}"}""")]
    [InlineData("""{"step_events":"{\"1\":\"approve\"}","user_response":"approve","pause_index":"0"}""")]
    public async Task The_answer_to_one_call_brings_none_to_the_next(string metadata)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("refund", ("id", "o-1"))).Calls(ScriptedModel.Call("refund", ("id", "everything"))).Says("done");
        var turn = endpoint.Turn("support", "go");
        await turn.SliceAsync();

        var asked = await turn.SliceAsync(metadata);

        Assert.Equal("May support call refund with {\"id\":\"everything\"}?", asked.Json["question"]!.GetValue<string>());
        Assert.StartsWith("refund o-1 ", Assert.Single(endpoint.Diary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_a_call_with_other_arguments_approves_nothing()
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("refund", ("id", "o-1"))).Calls(ScriptedModel.Call("refund", ("id", "everything")));
        var shown = endpoint.Turn("support", "go");
        await shown.SliceAsync();
        var other = endpoint.Turn("support", "go");
        other.Checkpoint = new JsonObject { ["steps"] = new JsonObject { ["agnt5:asked:0"] = shown.Steps["agnt5:asked:0"]!.DeepClone() } };

        var asked = await other.SliceAsync("""{"step_events":"{\"0\":\"approve\"}","user_response":"approve"}""");

        Assert.Equal("May support call refund with {\"id\":\"everything\"}?", asked.Json["question"]!.GetValue<string>());
        Assert.Empty(endpoint.Diary);
    }

    [Theory]
    [InlineData("""{"step_events":"{\"0\":\"approve\"}"}""")]
    [InlineData("""{"user_response":"approve"}""")]
    public async Task An_agent_that_is_asked_needs_its_own_approval_too(string metadata)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Calls(ScriptedModel.Call("support", ("message", "refund o-1"))).Calls(ScriptedModel.Call("refund", ("id", "o-1")));

        Assert.Equal("user_input_required", (await endpoint.Turn("manager", "go").SliceAsync(metadata)).Json["reason"]!.GetValue<string>());

        Assert.Empty(endpoint.Diary);
    }
}
