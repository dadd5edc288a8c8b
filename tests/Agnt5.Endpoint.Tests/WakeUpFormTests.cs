using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6: the forms in which records and metadata may come.</summary>
public sealed class WakeUpFormTests
{
    [Theory]
    [InlineData("1000")]
    [InlineData("1e3")]
    [InlineData("1000.0")]
    public async Task A_timer_is_found_again_however_its_record_was_written_as_a_number(string record)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync($$$"""{"component_type":"workflow","component_name":"take_nap","checkpoint":{"steps":{"nap":{{{record}}} } } }""");

        Assert.Equal("rested", answer.Json["output"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e300")]
    [InlineData("9007199254740992")]
    [InlineData("\"1000\"")]
    [InlineData("null")]
    public async Task A_timer_whose_record_is_no_integer_fails_and_does_not_sleep_for_ages(string record)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync($$$"""{"component_type":"workflow","component_name":"take_nap","checkpoint":{"steps":{"nap":{{{record}}} } } }""");

        answer.MustBe("failed");
        Assert.Contains("'nap' is not an integer", answer.Json["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"{\\\"a\\\":1}\"", """{"a":1}""")]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData("[1, 2]", "[1,2]")]
    [InlineData("12", "12")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("\"not json\"", "\"not json\"")]
    [InlineData("\"\"", "\"\"")]
    public async Task A_signal_arrives_whether_its_payload_is_JSON_as_text_or_JSON_itself(string payload, string output)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(
            $$$"""{"component_type":"workflow","component_name":"take_signal","metadata":{"signal_name":"go","signal_payload":{{{payload}}} } }""");

        answer.MustBe("completed");
        Assert.Equal(output, answer.Json["output"]?.ToJsonString() ?? "null");
    }

    [Theory]
    [InlineData("true")]
    [InlineData("\"one\"")]
    [InlineData("1.5")]
    public async Task An_answer_to_no_question_in_particular_answers_none(string pauseIndex)
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.AcceptUnaskedAnswers = true);

        var answer = await endpoint.InvokeAsync(
            $$$"""{"component_type":"workflow","component_name":"take_answer","metadata":{"pause_index":{{{pauseIndex}}},"user_response":"Ada"}}""");

        Assert.Equal("user_input_required", answer.Json["reason"]!.GetValue<string>());
    }
}
