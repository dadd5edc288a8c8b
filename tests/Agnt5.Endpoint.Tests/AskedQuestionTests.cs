using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, "User input": an answer counts only for a question that an earlier slice asked, and only where the question allows it.</summary>
public sealed class AskedQuestionTests
{
    private const string Unasked = "but nobody was shown the question in its present form";
    private const string Unfit = "does not allow the answer that came";

    [Theory]
    [InlineData("""{"user_response":"approve"}""")]
    [InlineData("""{"user_response":"approve","pause_index":"0"}""")]
    [InlineData("""{"step_events":"{\"0\":\"approve\"}"}""")]
    public async Task An_answer_that_nobody_asked_for_approves_nothing(string metadata)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ship_approved", """{"napMs":0}""");

        Assert.Equal("Ship it?", (await run.SliceAsync(metadata)).Json["question"]?.GetValue<string>());

        Assert.Empty(endpoint.Notes);
        Assert.Equal(["agnt5:asked:0"], run.Recorded.Select(static record => record.Key));
        Assert.Equal(LogLevel.Warning, Assert.Single(endpoint.Log.About(Unasked)).Level);
        (await run.SliceAsync("""{"user_response":"approve"}""")).MustComplete("\"shipped\"");
        Assert.False(run.Recorded.ContainsKey("agnt5:asked:0"));
    }

    [Fact]
    public async Task An_answer_that_comes_while_the_run_sleeps_approves_nothing()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ship_approved", """{"napMs":1000}""");

        await run.SliceAsync();
        (await run.SliceAsync("""{"user_response":"approve"}""")).MustSuspend($$"""{"reason":"timer","ready_at_ms":{{ManualTime.StartMs + 1000}},"timer_key":"nap"}""");
        endpoint.Time.AdvanceMs(1000);
        var asked = await run.SliceAsync("""{"user_response":"approve"}""");

        Assert.Equal("Ship it?", asked.Json["question"]?.GetValue<string>());
        Assert.Empty(endpoint.Notes);
        (await run.SliceAsync("""{"user_response":"reject"}""")).MustComplete("\"kept\"");
    }

    [Fact]
    public async Task What_is_asked_is_recorded_and_gone_once_it_is_answered()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("survey");

        await run.SliceAsync();
        var record = run.Recorded["agnt5:asked:0"]!.AsObject();
        await run.SliceAsync();

        Assert.Equal(["hash", "times"], record.Select(static field => field.Key));
        Assert.Matches("^[0-9a-f]{64}$", record["hash"]!.GetValue<string>());
        Assert.Equal(1, record["times"]!.GetValue<int>());
        Assert.True(JsonNode.DeepEquals(record, run.Recorded["agnt5:asked:0"]));
        await run.SliceAsync("""{"user_response":"Ada"}""");
        Assert.Equal(["agnt5:answer:0", "agnt5:asked:1"], run.Recorded.Select(static record => record.Key));
    }

    [Fact]
    public async Task Of_two_open_questions_only_the_one_that_the_response_shows_can_be_answered()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ask_both");

        await run.SliceAsync();
        Assert.Equal(["agnt5:asked:0"], run.Recorded.Select(static record => record.Key));
        var again = await run.SliceAsync("""{"user_response":"b","pause_index":"1"}""");
        var second = await run.SliceAsync("""{"user_response":"a","pause_index":"0"}""");

        Assert.Equal((0, null), (again.Json["pause_index"]!.GetValue<int>(), again.Json["step_events"]));
        Assert.Equal((1, """{"0":"a"}"""), (second.Json["pause_index"]!.GetValue<int>(), second.Json["step_events"]!.ToJsonString()));
        (await run.SliceAsync("""{"user_response":"b","pause_index":"1"}""")).MustComplete("\"a,b\"");
    }

    [Fact]
    public async Task A_question_that_was_open_when_something_else_stopped_the_slice_was_shown_to_nobody()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ask_and_yield");

        Assert.Equal("enough", (await run.SliceUntilAsync(500, 1000)).Json["reason"]!.GetValue<string>());
        Assert.Empty(run.Recorded);

        Assert.Equal("user_input_required", (await run.SliceAsync("""{"user_response":"Ada"}""")).Json["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_answer_to_what_a_question_said_before_is_none_to_what_it_says_now()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ask_fickle", """{"settledAfter":2}""");

        Assert.Equal("Visitor 1?", (await run.SliceAsync()).Json["question"]!.GetValue<string>());
        Assert.Equal("Visitor 2?", (await run.SliceAsync("""{"user_response":"Ada"}""")).Json["question"]!.GetValue<string>());
        Assert.Equal(2, run.Recorded["agnt5:asked:0"]!["times"]!.GetValue<int>());
        Assert.Single(endpoint.Log.About(Unasked));

        (await run.SliceAsync("""{"user_response":"Ada"}""")).MustComplete("\"Ada\"");
        run.MustHaveRecorded("""{"agnt5:answer:0":"Ada"}""");
    }

    [Fact]
    public async Task A_question_that_is_another_one_on_each_replay_ends_the_run_and_says_why()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ask_fickle", """{"settledAfter":99}""");

        await run.SliceAsync();
        await run.SliceAsync("""{"user_response":"Ada"}""");
        var third = await run.SliceAsync("""{"user_response":"Ada"}""");

        third.MustFail("Question 0 ('Visitor 3?')", isFinal: true);
        third.MustFail("change on each replay. Build the question from the input and from recorded values", isFinal: true);
    }

    [Theory]
    [InlineData("approval", "yes", "approve", "approve")]
    [InlineData("approval", "Approve", "reject", "reject")]
    [InlineData("approval", "", "approve", "approve")]
    [InlineData("approval", "__skip__", "approve", "approve")]
    [InlineData("approval", "__custom__:go on", "approve", "approve")]
    [InlineData("own approval", "__skipped__", "go on", "go on")]
    [InlineData("select", "xl", "__skip__", "(skipped)")]
    [InlineData("select", "__custom__:xl", "m", "m")]
    [InlineData("multiselect", """["a","c"]""", """["b","a"]""", "b+a")]
    [InlineData("multiselect", """["a",1]""", "[]", "")]
    [InlineData("multiselect", "c", "b", "b")]
    [InlineData("multiselect", "__skip__", """["a"]""", "a")]
    [InlineData("text", "__skip__", "__custom__:__skip__", "__skip__")]
    public async Task An_answer_that_the_question_does_not_allow_is_never_taken_for_one(string kind, string unfit, string fit, string output)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ask_strictly", $$"""{"kind":"{{kind}}"}""");
        var asked = await run.SliceAsync();

        for (var time = 1; time <= 4; time++)
        {
            Assert.Equal(asked.Text, (await run.SliceAsync(Answer(unfit))).Text);
            Assert.Equal(time, endpoint.Log.About(Unfit).Count());
        }

        Assert.DoesNotContain(endpoint.Log.About(Unfit), line => unfit.Length > 3 && line.Message.Contains(unfit, StringComparison.Ordinal));
        (await run.SliceAsync(Answer(fit))).MustComplete($"\"{output}\"");

        static string Answer(string response) => new JsonObject { ["user_response"] = response }.ToJsonString();
    }

    [Theory]
    [InlineData("\"asked\"")]
    [InlineData("""{"hash":1,"times":1}""")]
    [InlineData("""{"hash":"x"}""")]
    [InlineData("""{"hash":"x","times":"1"}""")]
    [InlineData("""{"hash":"x","times":1e99}""")]
    [InlineData("null")]
    public async Task A_record_of_a_question_that_cannot_be_read_ends_the_run(string record)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answered = await endpoint.Run("survey").From($$"""{"agnt5:asked:0":{{record}}}""").SliceAsync("""{"user_response":"Ada"}""");
        var asked = await endpoint.Run("survey").From($$"""{"agnt5:asked:0":{{record}}}""").SliceAsync();

        answered.MustFail("'agnt5:asked:0' is not a hash and a count", isFinal: true);
        Assert.Equal(answered.Text, asked.Text);
    }

    [Fact]
    public async Task An_endpoint_may_accept_what_nobody_asked_for_and_still_takes_nothing_but_the_options()
    {
        await using var endpoint = await DurableEndpoint.StartAsync(static options => options.AcceptUnaskedAnswers = true);

        var run = endpoint.Run("ship_approved", """{"napMs":0}""");
        Assert.Equal("Ship it?", (await run.SliceAsync("""{"user_response":"yes"}""")).Json["question"]?.GetValue<string>());
        Assert.Empty(run.Recorded);
        (await run.SliceAsync("""{"user_response":"approve"}""")).MustComplete("\"shipped\"");

        var fickle = endpoint.Run("ask_fickle", """{"settledAfter":99}""");
        for (var time = 0; time < 4; time++)
            (await fickle.SliceAsync()).Json["question"]!.GetValue<string>();
        (await fickle.SliceAsync("""{"user_response":"Ada"}""")).MustComplete("\"Ada\"");
    }

    [Fact]
    public async Task Configuration_may_say_so_too()
    {
        await using var endpoint = await TestEndpoint.StartAsync((Action<ServerlessOptions>?)null, "--Agnt5:AcceptUnaskedAnswers", "true");

        (await endpoint.InvokeAsync("""{"component_type":"workflow","component_name":"take_answer","metadata":{"user_response":"Ada"}}""")).MustComplete("\"Ada\"");
    }

    [Fact]
    public async Task An_answer_to_what_nobody_was_asked_does_not_keep_a_retry_from_trying_a_failed_step_again()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("charge_beside_a_wait", """{"asks":true}""");

        await run.SliceAsync();
        run.Attempt++;
        var retried = await run.SliceAsync("""{"user_response":"yes","pause_index":"1"}""");

        Assert.Equal("user_input_required", retried.Json["reason"]?.GetValue<string>());
        Assert.Equal(["ship", "ship"], endpoint.Notes);
    }

    [Fact]
    public async Task A_question_that_nobody_could_answer_is_not_asked()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("ask_strictly", """{"kind":"no options"}""").SliceAsync()).MustFail("without options", isFinal: false);
    }
}
