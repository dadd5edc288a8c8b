using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, "User input", and the answers of "What was answered stays answered".</summary>
public sealed class QuestionTests
{
    private const long Start = ManualTime.StartMs;

    private const string Name =
        """{"reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"Name?","input_type":"text","options":[],"allow_custom":false,"skippable":true}""";

    [Fact]
    public async Task Each_kind_of_question_is_presented_in_full_and_earlier_answers_go_with_it()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("survey");

        (await run.SliceAsync()).MustSuspend(Name);
        (await run.SliceAsync("""{"user_response":"Ada"}""")).MustSuspend("""
            {"reason":"user_input_required","pause_index":1,"step_name":"wait_for_user_1","question":"Size?","input_type":"select",
             "options":[{"id":"s","label":"Small","description":"Fits most"},{"id":"l","label":"l"}],"allow_custom":true,"skippable":false,"step_events":{"0":"Ada"}}
            """);
        (await run.SliceAsync("""{"user_response":"__custom__:XL","pause_index":"1"}""")).MustSuspend("""
            {"reason":"user_input_required","pause_index":2,"step_name":"wait_for_user_2","question":"Extras?","input_type":"multiselect",
             "options":[{"id":"a","label":"a"},{"id":"b","label":"b"}],"allow_custom":true,"skippable":true,"step_events":{"0":"Ada","1":"XL"}}
            """);
        (await run.SliceAsync("""{"user_response":"[\"b\",\"a\"]","pause_index":2}""")).MustSuspend("""
            {"reason":"user_input_required","pause_index":3,"step_name":"wait_for_user_3","question":"Sure?","input_type":"approval",
             "options":[{"id":"approve","label":"Approve"},{"id":"reject","label":"Reject"}],"allow_custom":false,"skippable":false,
             "step_events":{"0":"Ada","1":"XL","2":"[\"b\",\"a\"]"}}
            """);
        (await run.SliceAsync("""{"user_response":"reject","pause_index":"3"}""")).MustComplete("""["Ada","XL","b+a","reject"]""");
        run.MustHaveRecorded("""{"agnt5:answer:0":"Ada","agnt5:answer:1":"XL","agnt5:answer:2":"[\"b\",\"a\"]","agnt5:answer:3":"reject"}""");
    }

    // Answers are read in the same way, whenever they come.
    private static Task<DurableEndpoint> StartLenientAsync() => DurableEndpoint.StartAsync(static options => options.AcceptUnaskedAnswers = true);

    [Theory]
    [InlineData("__skipped__", "null", "(skipped)")]
    [InlineData("__skip__", "null", "(skipped)")]
    [InlineData("__custom__:__skip__", "\"__skip__\"", "__skip__")]
    [InlineData("__custom__:", "\"\"", "")]
    [InlineData("__skipped__ ", "\"__skipped__ \"", "__skipped__ ")]
    [InlineData("", "\"\"", "")]
    public async Task A_fresh_answer_is_decoded_once_and_kept(string response, string recorded, string answer)
    {
        await using var endpoint = await StartLenientAsync();
        var run = endpoint.Run("survey");

        var second = await run.SliceAsync($$"""{"user_response":"{{response}}"}""");
        run.MustHaveRecorded($$"""{"agnt5:answer:0":{{recorded}}}""");
        Assert.Equal($$"""{"0":{{recorded}}}""", second.Json["step_events"]!.ToJsonString());

        var finished = await run.SliceAsync("""{"step_events":"{\"0\":\"stale\",\"1\":\"__custom__:kept\",\"2\":null,\"3\":\"approve\"}"}""");
        finished.MustComplete($$"""["{{answer}}","__custom__:kept","(skipped)","approve"]""");
    }

    [Theory]
    [InlineData("""{"user_response":"Ada","pause_index":"first"}""")]
    [InlineData("""{"user_response":"Ada","pause_index":"0.0"}""")]
    [InlineData("""{"user_response":"Ada","pause_index":"7"}""")]
    [InlineData("""{"user_response":"Ada","pause_index":""}""")]
    [InlineData("""{"pause_index":"0"}""")]
    [InlineData("""{"step_events":"{\"0\":\"Ada\""}""")]
    [InlineData("""{"step_events":"[\"Ada\"]"}""")]
    [InlineData("""{"step_events":"{\"0\":\"\\ud800\"}"}""")]
    [InlineData("""{"step_events":"{\"first\":\"Ada\"}"}""")]
    public async Task An_answer_that_belongs_to_no_question_or_cannot_be_read_leaves_the_question_open(string metadata)
    {
        await using var endpoint = await StartLenientAsync();
        var run = endpoint.Run("survey");

        (await run.SliceAsync(metadata)).MustSuspend(Name);

        Assert.Empty(run.Recorded);
    }

    [Fact]
    public async Task The_fresh_answer_comes_before_the_earlier_ones_and_a_recorded_one_before_both()
    {
        await using var endpoint = await StartLenientAsync();

        var fresh = await endpoint.Run("survey").SliceAsync("""{"user_response":"fresh","step_events":"{\"0\":\"earlier\"}"}""");
        var recorded = await endpoint.Run("survey").From("""{"agnt5:answer:0":"recorded"}""").SliceAsync("""{"user_response":"fresh","step_events":"{\"0\":\"earlier\"}"}""");

        Assert.Equal("""{"0":"fresh"}""", fresh.Json["step_events"]!.ToJsonString());
        Assert.Equal("""{"0":"recorded"}""", recorded.Json["step_events"]!.ToJsonString());
    }

    [Fact]
    public async Task A_stray_answer_for_a_question_that_was_not_reached_is_neither_recorded_nor_echoed()
    {
        await using var endpoint = await StartLenientAsync();
        var run = endpoint.Run("survey");

        (await run.SliceAsync("""{"user_response":"approve","pause_index":"3"}""")).MustSuspend(Name);

        Assert.Empty(run.Recorded);
    }

    [Theory]
    [InlineData("""["a",3,{"x":1}]""", """a+3+{\"x\":1}""")]
    [InlineData("own words", "own words")]
    [InlineData("{}", "{}")]
    [InlineData("[]", "")]
    public async Task Several_answers_come_as_a_list_and_the_persons_own_words_stand_alone(string response, string extras)
    {
        await using var endpoint = await StartLenientAsync();
        var run = endpoint.Run("survey").From("""{"agnt5:answer:0":"n","agnt5:answer:1":"s","agnt5:answer:3":"approve"}""");

        var answer = await run.SliceAsync($$"""{"pause_index":"2","user_response":{{System.Text.Json.JsonSerializer.Serialize(response)}}}""");

        answer.MustComplete($$"""["n","s","{{extras}}","approve"]""");
    }

    [Fact]
    public async Task Two_questions_at_once_are_asked_one_after_the_other_with_only_the_latest_answer_in_a_request()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ask_both");

        var first = await run.SliceAsync();
        var second = await run.SliceAsync("""{"user_response":"a","pause_index":"0"}""");
        var last = await run.SliceAsync("""{"user_response":"b","pause_index":"1"}""");

        Assert.Equal((0, "A?"), (first.Json["pause_index"]!.GetValue<int>(), first.Json["question"]!.GetValue<string>()));
        Assert.Equal((1, """{"0":"a"}"""), (second.Json["pause_index"]!.GetValue<int>(), second.Json["step_events"]!.ToJsonString()));
        last.MustComplete("\"a,b\"");
        Assert.Equal("""["agnt5:answer:0","agnt5:answer:1"]""", run.Recorded["agnt5:order"]!.ToJsonString());
        (await run.SliceAsync()).MustComplete("\"a,b\"");
    }

    [Fact]
    public async Task An_endpoint_that_accepts_unasked_answers_takes_those_of_two_questions_in_any_order()
    {
        await using var endpoint = await StartLenientAsync();
        var run = endpoint.Run("ask_both");

        await run.SliceAsync();
        var second = await run.SliceAsync("""{"user_response":"b","pause_index":"1"}""");
        var last = await run.SliceAsync("""{"user_response":"a","pause_index":"0"}""");

        Assert.Equal((0, """{"1":"b"}"""), (second.Json["pause_index"]!.GetValue<int>(), second.Json["step_events"]!.ToJsonString()));
        last.MustComplete("\"a,b\"");
        Assert.Equal("""["agnt5:answer:1","agnt5:answer:0"]""", run.Recorded["agnt5:order"]!.ToJsonString());
        (await run.SliceAsync()).MustComplete("\"a,b\"");
    }

    [Fact]
    public async Task A_question_that_times_out_stays_timed_out_whatever_is_answered_later()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ask_in_time", """{"timeoutMs":1500}""");

        var asked = await run.SliceAsync();
        Assert.Equal((1500, null), (asked.Json["wait_timeout_ms"]!.GetValue<long>(), asked.Json["timeout_ms"]));
        Assert.Equal("wait_timeout_ms", asked.Json.AsObject().SkipLast(1).Last().Key);
        Assert.Equal(Start, run.Recorded["agnt5:since:answer:0"]!.GetValue<long>());
        endpoint.Time.AdvanceMs(1499);
        Assert.Equal(1, (await run.SliceAsync()).Json["wait_timeout_ms"]!.GetValue<long>());

        endpoint.Time.AdvanceMs(1);
        var timedOut = await run.SliceAsync();
        Assert.Equal((1, null), (timedOut.Json["pause_index"]!.GetValue<int>(), timedOut.Json["wait_timeout_ms"]));
        Assert.Equal(["agnt5:since:answer:0", "agnt5:timeout:answer:0", "agnt5:asked:1"], run.Recorded.Select(static record => record.Key));
        endpoint.Time.SetBack(TimeSpan.FromDays(1));
        var late = await run.SliceAsync("""{"user_response":"here I am","pause_index":"0"}""");
        Assert.Equal((1, null), (late.Json["pause_index"]!.GetValue<int>(), late.Json["step_events"]));
        (await run.SliceAsync("""{"user_response":"yes","pause_index":"1"}""")).MustComplete("\"(too late) yes\"");
    }

    [Fact]
    public async Task An_answer_that_comes_before_its_timeout_was_seen_counts()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ask_in_time", """{"timeoutMs":1500}""");

        await run.SliceAsync();
        endpoint.Time.AdvanceMs(9999);
        await run.SliceAsync("""{"user_response":"just made it"}""");

        (await run.SliceAsync("""{"user_response":"yes","pause_index":"1"}""")).MustComplete("\"just made it yes\"");
    }

    [Fact]
    public async Task A_timeout_that_nobody_catches_fails_the_run_for_good()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ask_or_fail");

        await run.SliceAsync();
        endpoint.Time.AdvanceMs(1000);
        var live = await run.SliceAsync();
        var replayed = await run.SliceAsync();

        live.MustFail("Question 0", isFinal: true);
        Assert.Equal(live.Text, replayed.Text);
    }

    [Theory]
    [InlineData("several answers", "AskManyAsync")]
    [InlineData("one answer", "AskAsync")]
    [InlineData("blank", "question")]
    [InlineData("negative timeout", "timeout")]
    public async Task A_question_that_cannot_be_asked_says_what_is_wrong_with_it(string how, string hint)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("ask_wrongly", $$"""{"how":"{{how}}"}""").SliceAsync()).MustFail(hint, isFinal: false);
    }
}
