using System.Text.Json.Nodes;
using Agnt5.Hostile.Tests.Hosting;

namespace Agnt5.Hostile.Tests.Lines;

/// <summary>Faults that campaigns have found, each reduced to a single request.</summary>
[Collection(OneEndpoint.Name)]
public sealed class FoundByCampaigns(HostileEndpoint endpoint)
{
    private static long NowMs => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    [Fact]
    public async Task A_component_that_a_timeout_of_its_own_cancels_fails_as_any_other_although_the_request_has_a_budget()
    {
        var answer = await Line.SendAsync(endpoint, Line.Invoke("function", "time_out", members: $$"""
            "budget":{"deadline_ms":{{NowMs + 60_000}}}
            """));
        Assert.Equal(200, answer.Status);
        Assert.Contains("configured timeout", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(253)]
    [InlineData(254)]
    [InlineData(256)]
    [InlineData(257)]
    public async Task A_signal_payload_however_deep_does_not_make_the_checkpoint_one_that_is_refused(int levels)
    {
        var answer = await Line.SendAsync(endpoint, Line.Resume("listen", """{"agnt5:signal:approved:gate%3A1":{"approved":true},"agnt5:signal:count:count":1}""", members: $$"""
            "metadata":{"signal_name":"raw","signal_payload":"{{Line.Nested(levels)}}"}
            """));
        await MustComeBackAsync("listen", "{}", answer);
    }

    [Theory]
    [InlineData(252)]
    [InlineData(253)]
    [InlineData(254)]
    public async Task A_step_result_however_deep_does_not_make_the_checkpoint_one_that_is_refused(int levels)
    {
        var answer = await Line.SendAsync(endpoint, Line.Resume(
            "travel", """{"rest":1,"agnt5:fired:rest":true,"sleep_300000ms":1,"agnt5:fired:sleep_300000ms":true}""", $$"""{"stops":[],"luggage":{{Line.Nested(levels)}}}"""));
        await MustComeBackAsync("travel", """{"stops":[],"luggage":1}""", answer);
    }

    [Fact]
    public async Task A_run_id_and_recorded_keys_neither_begin_a_line_of_the_log_nor_fill_it()
    {
        var key = new string('k', 100_000);
        await Line.SendAsync(endpoint, $$"""{"component_type":"workflow","component_name":"recover","run_id":"r\nFAKE{{key}}","input":{"failures":2,"interval":1},"checkpoint":{"steps":{"{{key}}":1,"a\nb":1} } }""");
        await Line.SendAsync(endpoint, $$"""{"component_type":"function","component_name":"climb","run_id":"r\nFAKE{{key}}"}""");
        await Line.SendAsync(endpoint, $$"""{"component_type":"function","component_name":"time_out","run_id":"r\nFAKE{{key}}"}""");
        Assert.Empty(endpoint.Log.TakeFindings());
    }

    [Fact]
    public async Task A_retry_of_months_is_a_timer_whatever_the_budget_says()
    {
        var answer = await Line.SendAsync(endpoint, Line.Invoke("workflow", "recover", """{"failures":2,"interval":1e9}""", """
            "budget":{"deadline_ms":1e300}
            """));
        Assert.Contains("\"timer_key\":\"flaky\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-50)]
    [InlineData(-200)]
    public async Task A_deadline_at_the_edge_of_what_a_timer_holds_does_not_fail_the_call(int fromTheEdge)
    {
        var answer = await Line.SendAsync(endpoint, Line.Invoke("function", "linger", members: $$"""
            "budget":{"deadline_ms":{{NowMs + uint.MaxValue + fromTheEdge}}}
            """));
        Assert.Contains("\"stayed\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_error_behind_a_long_name_and_many_items_is_told_in_time()
    {
        var answer = await Line.SendAsync(endpoint, Line.Invoke("function", "count_by_name", $$"""{"{{new string('k', 1_000_000)}}":[{{string.Concat(Enumerable.Repeat("1,", 500_000))}}"x"]}"""));
        Assert.Contains("WORKERLESS_INPUT_INVALID", answer.Text, StringComparison.Ordinal);
        Assert.InRange(answer.Body.Length, 1, 20_000);
    }

    [Fact]
    public async Task A_store_that_takes_no_connection_is_a_failed_fetch_for_everyone_who_waits_for_one()
    {
        var body = Line.Invoke("function", "echo", "null", $$"""
            "input_ref":{"url":"{{endpoint.Store.Url(MisbehavingStore.Deaf)}}","size_bytes":1,"sha256":"{{new string('0', 64)}}"}
            """);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            // One after the other, so that each request waits for the connection that the previous one began.
            await Task.Delay(i * 20);
            return await Line.SendAsync(endpoint, body);
        }));
        Assert.All(answers, static answer => Assert.Contains("WORKERLESS_INPUT_REF_FETCH_FAILED", answer.Text, StringComparison.Ordinal));
    }

    private async Task MustComeBackAsync(string workflow, string input, RawAnswer answer)
    {
        var checkpoint = JsonNode.Parse(answer.Body, documentOptions: new() { MaxDepth = 10_000 })!["checkpoint"]!["steps"]!.ToJsonString(new() { MaxDepth = 10_000 });
        var next = await Line.SendAsync(endpoint, Line.Resume(workflow, checkpoint, input));
        Assert.Equal(200, next.Status);
    }
}
