using System.Net;
using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>A text cut through an emoji has half of a surrogate pair. The wire is UTF-8 and cannot carry it: the text that comes back would differ from the text that went out.</summary>
public sealed class BrokenTextTests
{
    [Theory]
    [InlineData("step", "The durable key 'ab\uFFFD'")]
    [InlineData("step key", "The durable key 's:ab\uFFFD'")]
    [InlineData("sleep", "The durable key 'ab\uFFFD'")]
    [InlineData("sleep until", "The durable key 'ab\uFFFD'")]
    [InlineData("signal", "The signal 'ab\uFFFD'")]
    [InlineData("waiting step", "The waiting step 'ab\uFFFD'")]
    [InlineData("question", "The question 'ab\uFFFD'")]
    [InlineData("option", "The label of an option 'ab\uFFFD'")]
    [InlineData("description", "The description of an option 'ab\uFFFD'")]
    [InlineData("yield", "The reason of a yield 'ab\uFFFD'")]
    [InlineData("event", "The event type 'ab\uFFFD'")]
    [InlineData("event data", "The data of event 'e' cannot be written as JSON: $:")]
    [InlineData("event metadata", "An event's metadata 'ab\uFFFD'")]
    [InlineData("event correlation", "The correlation id of an event 'ab\uFFFD'")]
    [InlineData("result", "The result of step 's' cannot be written as JSON, so it could not be replayed: $:")]
    [InlineData("result behind a quote", "The result of step 's' cannot be written as JSON, so it could not be replayed: $:")]
    [InlineData("long result", "The result of step 's' cannot be written as JSON, so it could not be replayed: $:")]
    [InlineData("event data between lines", "The data of event 'e' cannot be written as JSON: $:")]
    [InlineData("name behind a quote", "The data of event 'e' cannot be written as JSON: $: the name")]
    public async Task Half_of_a_pair_is_refused_for_good_wherever_a_text_would_enter_the_wire(string how, string what)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("name", $$"""{"how":"{{how}}"}""").SliceAsync();

        answer.MustFail(what, isFinal: true);
        Assert.Contains("half of a surrogate pair", answer.Message, StringComparison.Ordinal);
        Assert.Contains("EnumerateRunes", answer.Message, StringComparison.Ordinal);
        Assert.Null(answer.Json["events"]);
    }

    [Fact]
    public async Task Whole_texts_and_real_replacement_characters_are_nobodys_mistake()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("name", """{"how":"whole"}""");

        (await run.SliceAsync()).MustComplete("\"🌍 \uFFFD\"");
        (await run.SliceAsync()).MustComplete("\"🌍 \uFFFD\"");
        Assert.Single(run.Recorded);
        (await endpoint.Run("name", """{"how":"whole lines"}""").SliceAsync()).MustComplete("""
            "a\n\uFFFD\"🌍\uFFFD"
            """);
        (await endpoint.Run("write_invoice", """{"how":"fine","inStep":true}""").SliceAsync()).MustComplete(
            """{"id":"i","prices":[{"currency":"\uFFFD 🌍","amount":1}],"shares":{"a":1},"data":"x"}""");
    }

    [Theory]
    [InlineData("name", """{"how":"output"}""", "workflow", "$: has half of a surrogate pair")]
    [InlineData("untyped", "{}", "function", "$.list[1]: has half of a surrogate pair")]
    [InlineData("letter", "{}", "function", "$: has half of a surrogate pair")]
    [InlineData("echoed", """{"value":{"a":["\\ud83d"]}}""", "function", "$.value.a[0]: has half of a surrogate pair")]
    [InlineData("echoed", """{"value":{"\\ud83d":1}}""", "function", "$.value: a name in it has half of a surrogate pair")]
    public async Task An_output_with_half_of_a_pair_is_refused_once_and_says_where(string name, string input, string type, string problem)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"{{type}}","component_name":"{{name}}","input":{{input.Replace("\\\\", "\\", StringComparison.Ordinal)}}}""");

        answer.MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_OUTPUT_SERIALIZATION_FAILED");
        Assert.Contains(problem, answer.Message, StringComparison.Ordinal);
        Assert.False(answer.Json["error"]!["retryable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task What_others_send_is_mended_before_anything_sees_it_so_that_a_replay_sees_the_same()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("await_pair");
        var payload = """{"a\udc00":"\ud83d","b":"\\ud83d","c":"\ud83d\ude00","d":"x\ud83d\ud83d\ude00"}""";

        await run.SliceAsync($$"""{"signal_name":"go","signal_payload":{{JsonValue.Create(payload)!.ToJsonString()}}}""");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"a\ufffd":"\ufffd","b":"\\ud83d","c":"😀","d":"x\ufffd😀"}"""), run.Recorded["agnt5:signal:go:go"]));
        endpoint.Time.AdvanceMs(1000);

        (await run.SliceAsync()).MustComplete("\"a\uFFFD=\uFFFD;b=\\\\ud83d;c=😀;d=x\uFFFD😀\"");
    }
}
