using System.Net;
using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6: a workflow that runs again does nothing twice.</summary>
public sealed class ReplayTests
{
    private static string Invoke(string workflow, string runId, string checkpoint = "null", string input = "{}") =>
        $$"""{"component_type":"workflow","component_name":"{{workflow}}","run_id":"{{runId}}","input":{{input}},"checkpoint":{{checkpoint}}}""";

    [Fact]
    public async Task A_finished_step_never_runs_again_and_its_log_lines_are_not_repeated()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var counter = endpoint.Services.GetRequiredService<StepCounter>();

        var first = await endpoint.InvokeAsync(Invoke("research", "r-1", input: """{"title":"T"}"""));
        var again = await endpoint.InvokeAsync(Invoke("research", "r-1", first.Json["checkpoint"]!.ToJsonString(), """{"title":"OTHER"}"""));

        first.MustComplete("\"summary:T:1\"");
        Assert.Equal("""{"steps":{"fetch":{"title":"T","fetchCount":1},"store":null}}""", first.Json["checkpoint"]!.ToJsonString());
        Assert.Equal(first.Text, again.Text);
        Assert.Equal((1, 1), (counter.Of("r-1", "fetch"), counter.Of("r-1", "store")));
        Assert.Single(endpoint.Log.About("researching"));
        Assert.Single(endpoint.Log.About("fetched"));
    }

    [Fact]
    public async Task A_run_goes_on_from_the_step_that_is_not_recorded()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Invoke("research", "r-2", """{"steps":{"fetch":{"title":"stored","fetchCount":41,"extra":[1]}}}"""));

        answer.MustComplete("\"summary:stored:41\"");
        Assert.Equal("""{"steps":{"fetch":{"title":"stored","fetchCount":41,"extra":[1]},"store":null}}""", answer.Json["checkpoint"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "fetch" : {"title":"t", "fetchCount":1} ,"store":null,"x":1}""")]
    [InlineData("""{"fetch":{"title":"t", "fetchCount":1},"st\u006fre":null, "x":1}""")]
    [InlineData("""{"fetch":{"title":"t", "fetchCount":1},"store":null,"x":1}""")]
    public async Task Recorded_steps_come_back_unchanged_however_their_sender_writes_them(string steps)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Invoke("research", "r-as-written", $$"""{"steps":{{steps}}}"""));

        answer.MustComplete("\"summary:t:1\"");
        Assert.Contains(""""checkpoint":{"steps":{"fetch":{"title":"t", "fetchCount":1},"store":null,"x":1}}"""", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["a","b:c","é"]""", "null", """["A","B:C","É"]""", """{"item:a":"A","item:b:c":"B:C","item:é":"É"}""")]
    [InlineData("""["b","z"]""", """{"steps":{"item:a":"A0","item:b":"B0"}}""", """["B0","Z"]""", """{"item:a":"A0","item:b":"B0","item:z":"Z"}""")]
    [InlineData("""["c","a"]""", """{"steps":{"item:a":"A","item:c":"C"},"version":3}""", """["C","A"]""", """{"item:a":"A","item:c":"C"}""")]
    public async Task Keyed_steps_are_found_by_their_key_in_any_order(string names, string checkpoint, string output, string steps)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Invoke("keyed_steps", "r-3", checkpoint, $$"""{"names":{{names}}}"""));

        answer.MustComplete(output);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(steps), answer.Json["checkpoint"]!["steps"]), answer.Text);
    }

    [Fact]
    public async Task A_step_failure_that_the_workflow_caught_is_thrown_again_and_its_compensation_runs_once()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var counter = endpoint.Services.GetRequiredService<StepCounter>();

        var first = await endpoint.InvokeAsync(Invoke("pay_twice", "r-4"));
        var again = await endpoint.InvokeAsync(Invoke("pay_twice", "r-4", first.Json["checkpoint"]!.ToJsonString()));

        first.MustComplete("\"v-1 after System.TimeoutException: bank is silent\"");
        Assert.Equal(first.Text, again.Text);
        Assert.Equal((1, 1), (counter.Of("r-4", "charge"), counter.Of("r-4", "voucher")));
    }

    [Fact]
    public async Task A_step_that_ended_the_run_is_tried_again_by_the_retry_and_the_finished_ones_are_not()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var failed = await endpoint.InvokeAsync(Invoke("fail_once", "r-5"));
        var retried = await endpoint.InvokeAsync(Invoke("fail_once", "r-5", failed.Json["checkpoint"]!.ToJsonString()));

        Assert.Equal(("WORKERLESS_HANDLER_ERROR", "bank is silent"), (failed.Code, failed.Message));
        Assert.Equal("""{"steps":{"reserve":1}}""", failed.Json["checkpoint"]!.ToJsonString());
        retried.MustComplete("\"reserved 1 time\"");
        Assert.Equal("""{"steps":{"reserve":1,"charge":null}}""", retried.Json["checkpoint"]!.ToJsonString());
        // A step logs again each time it runs.
        Assert.Equal(2, endpoint.Log.About("charging").Count());
    }

    [Fact]
    public async Task Nothing_of_a_workflow_goes_on_once_its_body_has_ended()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        for (var run = 0; run < 50; run++)
        {
            var answer = await endpoint.InvokeAsync(Invoke("end_in_the_middle", $"end-{run}"));
            Assert.Equal("""{"status":"completed","output":"ended","checkpoint":{"steps":{"first":1}}}""", answer.Text);
        }

        Assert.Equal(0, endpoint.Services.GetRequiredService<StepCounter>().Of("end-0", "late"));
    }

    [Fact]
    public async Task Steps_that_still_run_when_the_body_returns_are_awaited_and_recorded()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var first = await endpoint.InvokeAsync(Invoke("first_of_three", "r-7"));

        first.MustComplete("\"1 False\"");
        Assert.Equal("""{"quick":1,"slow":1,"slower":1,"agnt5:order":["quick","slow","slower"]}""", first.Json["checkpoint"]!["steps"]!.ToJsonString());
    }

    [Fact]
    public async Task Branches_of_a_workflow_never_run_at_the_same_time()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(Invoke("count_together", "r-8", input: """{"branches":300}"""))).MustComplete("300");
    }

    [Theory]
    [InlineData("same_key_twice", "AGT4007")]
    [InlineData("step_in_a_step", "AGT4010")]
    [InlineData("leave_the_thread", "AGT4013")]
    [InlineData("reserved_name", "agnt5:")]
    public async Task A_durable_call_that_could_not_be_replayed_is_refused_with_its_rule(string workflow, string hint)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Invoke(workflow, "r-9"));

        answer.MustBe(HttpStatusCode.OK, "WORKERLESS_HANDLER_ERROR");
        Assert.Contains(hint, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_result_that_no_longer_binds_names_key_and_type_and_is_not_retried()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Invoke("research", "r-10", """{"steps":{"fetch":{"title":"private words","fetchCount":"many"}}}"""));

        Assert.False(answer.Json["error"]!["retryable"]!.GetValue<bool>());
        Assert.Contains("'fetch'", answer.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Page), answer.Message, StringComparison.Ordinal);
        Assert.Contains("$.fetchCount: expected integer", answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("private words", endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_step_is_reported_to_the_operator_once_with_the_keys_that_nothing_asks_for()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Invoke("research", "r-11", """{"steps":{"download":{"title":"T","fetchCount":1},"store":null}}"""));

        var line = Assert.Single(endpoint.Log.About("Renaming a step"));
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Contains("'fetch'", line.Message, StringComparison.Ordinal);
        Assert.Contains("(download)", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_was_cut_off_beside_recorded_ones_is_not_taken_for_a_renamed_one()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static builder => builder.Services.AddSingleton<Gates>().AddSingleton<Notebook>());

        var answer = await endpoint.InvokeAsync(Invoke("two_steps_at_once", "r-12", """{"steps":{"two":null}}"""));

        Assert.Equal("completed", answer.Json["status"]!.GetValue<string>());
        Assert.Empty(endpoint.Log.About("Renaming a step"));
    }

    [Fact]
    public async Task A_function_carries_a_checkpoint_over_unchanged()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"double","input":{"value":1},"checkpoint":{"steps":{"a":1},"state":{}}}""");

        Assert.Equal("""{"status":"completed","output":{"value":2},"checkpoint":{"steps":{"a":1}}}""", answer.Text);
    }
}
