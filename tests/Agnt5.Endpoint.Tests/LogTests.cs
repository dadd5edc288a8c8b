using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>The log lines for an operator about runs that go well, and for a developer about refused input.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task A_slice_that_completes_says_so_in_one_line_for_whoever_debugs()
    {
        await using var endpoint = await DebuggedAsync();

        await endpoint.InvokeAsync("""{"component_type":"workflow","component_name":"hello","run_id":"r-1"}""");

        var line = await endpoint.Log.WaitForAsync("r-1");
        Assert.Equal(LogLevel.Debug, line.Level);
        Assert.Matches("^Run r-1: Workflow hello completed in [0-9]+[.,][0-9] ms$", line.Message);
        Assert.Single(endpoint.Log.About("r-1"));
    }

    [Theory]
    [InlineData("nap", "timer 'siesta'")]
    [InlineData("take_signal", "signal 'go' at 'go'")]
    [InlineData("take_answer", "the answer to question 0")]
    public async Task A_slice_that_is_suspended_says_what_it_waits_for_and_not_what_was_asked(string workflow, string waitsFor)
    {
        await using var endpoint = await DebuggedAsync();

        await endpoint.InvokeAsync($$"""{"component_type":"workflow","component_name":"{{workflow}}","run_id":"r-1","input":{"ticks":36000000000,"name":"siesta"} }""");

        var line = await endpoint.Log.WaitForAsync("r-1");
        Assert.Equal(LogLevel.Debug, line.Level);
        Assert.StartsWith($"Run r-1: Workflow {workflow} was suspended after ", line.Message, StringComparison.Ordinal);
        Assert.EndsWith($" ms and waits for {waitsFor}", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Who?", endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slice_whose_time_is_up_says_so()
    {
        await using var endpoint = await DebuggedAsync();
        var deadline = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds();

        await endpoint.InvokeAsync($$"""
            {"component_type":"workflow","component_name":"yield_there","input":{"reason":"lunch"},"budget":{"deadline_ms":{{deadline}},"yield_before_timeout_ms":7200000} }
            """);

        Assert.EndsWith(" waits for its next slice (lunch)", (await endpoint.Log.WaitForAsync("was suspended")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_input_is_logged_with_its_paths_where_that_is_asked_for_and_never_with_its_values()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            options.LogInputProblems = true;
            options.QuoteRefusedValues = true;
        });

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"relabel","run_id":"r-1","input":{"id":"t-1","count":"secret","priority":"hidden","tags":[]}}""");

        Assert.Contains("secret", answer.Message, StringComparison.Ordinal);
        var line = Assert.Single(endpoint.Log.About("WORKERLESS_INPUT_INVALID"));
        Assert.Contains("$.count: expected integer", line.Message, StringComparison.Ordinal);
        Assert.Contains("$.priority: expected one of", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", endpoint.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await_counts", """ "metadata":{"signal_name":"go","signal_payload":{"4111":"4111"}}""")]
    [InlineData("count_in_step", """ "checkpoint":{"steps":{"count":{"4111":"4111"}}}""")]
    [InlineData("count_in_step", """ "checkpoint":{"steps":{"count":"4111"}}""")]
    [InlineData("await_card", """ "metadata":{"signal_name":"go","signal_payload":{"number":"4111"}}""")]
    [InlineData("keep_card", """ "checkpoint":{"steps":{"card":{"number":"4111"}}}""")]
    public async Task A_payload_or_a_record_that_does_not_bind_is_neither_told_nor_logged(string workflow, string sent)
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => (options.LogInputProblems, options.QuoteRefusedValues) = (true, true));

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"workflow","component_name":"{{workflow}}","run_id":"r-1",{{sent}}}""");

        Assert.Contains("does not bind", answer.Message, StringComparison.Ordinal);
        Assert.Single(endpoint.Log.About("failed with WORKERLESS_HANDLER_ERROR"));
        Assert.DoesNotContain("4111", answer.Message + endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_refused_a_thousand_times_fills_no_log_and_the_operator_learns_the_number()
    {
        await using var endpoint = new InMemoryEndpoint(static options => options.SigningSecret = TestEndpoint.Secret);
        for (var i = 0; i < 1000; i++)
            await endpoint.SendAsync(InMemoryRequest.Invoke("{}"));
        endpoint.Time.AdvanceMs(30_000);
        await endpoint.SendAsync(InMemoryRequest.Invoke("{}"));

        Assert.Equal("An invoke was refused with WORKERLESS_SIGNATURE_MISSING: X-AGNT5-Timestamp is missing", Assert.Single(Warnings(endpoint)));
        endpoint.Time.AdvanceMs(30_000);
        Assert.Equal("1000 more invokes were refused with WORKERLESS_SIGNATURE_MISSING within a minute of the first", Warnings(endpoint).Last());

        var timers = endpoint.Time.TimersMade;
        endpoint.Time.AdvanceMs(600_000);
        await endpoint.SendAsync(InMemoryRequest.Invoke("{}"));
        Assert.Equal(3, Warnings(endpoint).Count());
        Assert.Equal(timers, endpoint.Time.TimersMade);
    }

    [Fact]
    public async Task A_kill_switch_that_throws_fills_no_log_whoever_asks()
    {
        await using var endpoint = new InMemoryEndpoint(static options => options.EnabledResolver = static () => throw new InvalidOperationException("The flags are not there."));
        for (var i = 0; i < 1000; i++)
            (await endpoint.SendAsync(InMemoryRequest.Invoke("{}"))).MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_HANDLER_ERROR");

        Assert.Equal("EnabledResolver or RequestEnabledResolver threw; the request was refused.", Assert.Single(endpoint.Log.Lines, static line => line.Level == LogLevel.Error).Message);
        Assert.Contains("The flags are not there.", endpoint.Log.Text, StringComparison.Ordinal);
        endpoint.Time.AdvanceMs(60_000);
        Assert.Equal(
            "999 more requests were refused because EnabledResolver or RequestEnabledResolver threw, within a minute of the first",
            endpoint.Log.Lines.Last(static line => line.Level == LogLevel.Error).Message);
    }

    private static IEnumerable<string> Warnings(InMemoryEndpoint endpoint) => endpoint.Log.Lines.Where(static line => line.Level == LogLevel.Warning).Select(static line => line.Message);

    private static Task<TestEndpoint> DebuggedAsync() => TestEndpoint.StartAsync((Action<ServerlessOptions>?)null, "--Logging:LogLevel:Agnt5", "Debug");
}
