using System.Text.Json.Nodes;
using Agnt5.Hostile.Tests.Hosting;
using Agnt5.Hostile.Tests.Seeds;

namespace Agnt5.Hostile.Tests.Lines;

/// <summary>The wake-up and the budget in a request: budgets, answers and signals in every form (protocol section 6).</summary>
[Collection(OneEndpoint.Name)]
public sealed class Wakings(HostileEndpoint endpoint)
{
    [Theory]
    [InlineData("null", "completed")]
    [InlineData("[1]", "completed")]
    [InlineData("\"soon\"", "completed")]
    [InlineData("{}", "completed")]
    [InlineData("""{"deadline_ms":null}""", "completed")]
    [InlineData("""{"deadline_ms":0}""", "completed")]
    [InlineData("""{"deadline_ms":-0.0}""", "completed")]
    [InlineData("""{"deadline_ms":"1"}""", "completed")]
    [InlineData("""{"deadline_ms":true}""", "completed")]
    [InlineData("""{"deadline_ms":1e999}""", "completed")]
    [InlineData("""{"deadline_ms":1e300}""", "completed")]
    [InlineData("""{"deadline_ms":1}""", "suspended budget")]
    [InlineData("""{"deadline_ms":0.5}""", "suspended budget")]
    [InlineData("""{"deadline_ms":-1}""", "suspended budget")]
    [InlineData("""{"deadline_ms":-1e300}""", "suspended budget")]
    [InlineData("""{"deadline_ms":1,"yield_before_timeout_ms":-1e999}""", "completed")]
    [InlineData("""{"deadline_ms":1e300,"yield_before_timeout_ms":1e999}""", "suspended budget")]
    [InlineData("""{"deadline_ms":4102444800000,"yield_before_timeout_ms":4102444800000}""", "suspended budget")]
    [InlineData("""{"deadline_ms":1,"yield_before_timeout_ms":"0"}""", "suspended budget")]
    public async Task A_budget_yields_only_when_it_is_one(string budget, string outcome) =>
        Assert.StartsWith(outcome, await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", "pause", members: $"\"budget\":{budget}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"user_response":"x"}""", "completed \"x\"")]
    [InlineData("""{"user_response":"x","pause_index":"0"}""", "completed \"x\"")]
    [InlineData("""{"user_response":"x","pause_index":0}""", "completed \"x\"")]
    [InlineData("""{"user_response":"x","pause_index":null}""", "completed \"x\"")]
    [InlineData("""{"user_response":"x","pause_index":"1"}""", "suspended")]
    [InlineData("""{"user_response":"x","pause_index":"-1"}""", "suspended")]
    [InlineData("""{"user_response":"x","pause_index":"one"}""", "suspended")]
    [InlineData("""{"user_response":"x","pause_index":""}""", "suspended")]
    [InlineData("""{"user_response":"x","pause_index":"1e0"}""", "suspended")]
    [InlineData("""{"user_response":"x","pause_index":"4294967296"}""", "suspended")]
    [InlineData("""{"user_response":""}""", "completed \"\"")]
    [InlineData("""{"user_response":7}""", "completed \"7\"")]
    [InlineData("""{"user_response":null}""", "suspended")]
    [InlineData("""{"user_response":{}}""", "suspended")]
    [InlineData("""{"user_response":"__skip__"}""", "completed null")]
    [InlineData("""{"user_response":"__skipped__"}""", "completed null")]
    [InlineData("""{"user_response":"__custom__:"}""", "completed \"\"")]
    [InlineData("""{"user_response":"__custom__:__skip__"}""", "completed \"__skip__\"")]
    [InlineData("""{"step_events":"{\"0\":null}"}""", "completed null")]
    [InlineData("""{"step_events":"{\"0\":\"a\"}"}""", "completed \"a\"")]
    [InlineData("""{"step_events":"{\"0\":\"__skip__\"}"}""", "completed \"__skip__\"")]
    [InlineData("""{"step_events":"{\"1\":\"a\",\"x\":1}"}""", "suspended")]
    [InlineData("""{"step_events":"{\"0\":\"a\""}""", "suspended")]
    [InlineData("""{"step_events":"{\"0\":\"\\ud800\"}"}""", "suspended")]
    [InlineData("""{"step_events":"[\"a\"]"}""", "suspended")]
    [InlineData("""{"step_events":{"0":"a"}}""", "suspended")]
    [InlineData("""{"step_events":"{\"0\":\"a\"}","user_response":"b"}""", "completed \"b\"")]
    public async Task An_answer_counts_when_it_is_for_this_question_and_the_question_was_asked(string metadata, string outcome)
    {
        var asked = await Line.CheckpointAsync(endpoint, Line.Invoke("workflow", "ask"));

        Assert.StartsWith(outcome, await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", "ask", members: $"\"metadata\":{metadata},\"checkpoint\":{asked}")), StringComparison.Ordinal);
        Assert.Equal("suspended user_input_required", await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", "ask", members: $"\"metadata\":{metadata}")));
    }

    [Theory]
    [InlineData("[\\\"a\\\",\\\"b\\\"]", "[\"a\",\"b\"]")]
    [InlineData("[]", "[]")]
    [InlineData("[1,null,{}]", "[\"1\",\"null\",\"{}\"]")]
    [InlineData("[\\\"a\\\"", "[\"[\\u0022a\\u0022\"]")]
    [InlineData("own words", "[\"own words\"]")]
    [InlineData("", "[\"\"]")]
    public async Task Several_choices_come_as_a_list_and_anything_else_stands_alone(string response, string output)
    {
        var asked = await Line.CheckpointAsync(endpoint, Line.Invoke("workflow", "choose"));

        Assert.Equal($"completed {output}", await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", "choose", members: $"\"metadata\":{{\"user_response\":\"{response}\"}},\"checkpoint\":{asked}")));
    }

    /// <summary>Else no campaign would get behind a question.</summary>
    [Fact]
    public async Task The_seeds_that_answer_a_question_have_it_asked()
    {
        foreach (var body in Corpus.Bodies.Where(static body => body.Contains("user_response", StringComparison.Ordinal)))
        {
            var question = JsonNode.Parse(body)!["metadata"]!["pause_index"]!.GetValue<string>();
            Assert.Contains($"\"agnt5:answer:{question}\":", await Line.CheckpointAsync(endpoint, body), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"signal_name":"raw","signal_payload":"5"}""", "completed 5")]
    [InlineData("""{"signal_name":"raw","signal_payload":7}""", "completed 7")]
    [InlineData("""{"signal_name":"raw","signal_payload":"text"}""", "completed \"text\"")]
    [InlineData("""{"signal_name":"raw","signal_payload":""}""", "completed \"\"")]
    [InlineData("""{"signal_name":"raw","signal_payload":"[1] x"}""", "completed \"[1] x\"")]
    [InlineData("""{"signal_name":"raw","signal_payload":"null"}""", "completed null")]
    [InlineData("""{"signal_name":"raw","signal_payload":"1","waiting_step":"raw"}""", "completed 1")]
    [InlineData("""{"signal_name":"raw","signal_payload":"1","waiting_step":""}""", "completed 1")]
    [InlineData("""{"signal_name":"raw","signal_payload":"1","waiting_step":null}""", "completed 1")]
    [InlineData("""{"signal_name":"raw","signal_payload":"1","waiting_step":"other"}""", "suspended signal")]
    [InlineData("""{"signal_name":"RAW","signal_payload":"1"}""", "suspended signal")]
    [InlineData("""{"signal_name":"raw"}""", "suspended signal")]
    [InlineData("""{"signal_name":"raw","signal_payload":null}""", "completed null")]
    [InlineData("""{"signal_name":"raw","signal_payload":{"a":[1]}}""", "completed {\"a\":[1]}")]
    [InlineData("""{"signal_payload":"1"}""", "suspended signal")]
    [InlineData("""{"signal_name":["raw"],"signal_payload":"1"}""", "suspended signal")]
    public async Task A_signal_counts_when_it_is_for_this_wait(string metadata, string outcome) =>
        Assert.Equal(outcome, await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", "hear", members: $"\"metadata\":{metadata}")));
}
