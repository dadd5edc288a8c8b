using System.Net;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

public sealed class StreamTests
{
    private const string Order = """{"id":"o-1","total":21}""";

    [Fact]
    public async Task A_stream_tells_each_event_and_that_it_is_done()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var text = await ReadAsync(gateway, gateway.Request(HttpMethod.Post, "/v1/functions/hosted_double/stream", Order));

        Assert.Equal(["run.started", "function.started", "function.completed", "run.completed"], Lines(text, "event: "));
        Assert.Equal(["1", "2", "3", "4"], Lines(text, "id: "));
        Assert.EndsWith("data: {\"done\": true}\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_was_cut_off_goes_on_behind_the_last_event()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var runId = await gateway.SubmitAsync("/v1/functions/hosted_double", Order);

        var text = await ReadAsync(gateway, gateway.Request(HttpMethod.Get, $"/v1/runs/{runId}/events", null, ("Accept", "text/event-stream"), ("Last-Event-ID", "3")));

        Assert.Equal(["run.completed"], Lines(text, "event: "));
    }

    [Fact]
    public async Task A_stream_of_a_run_that_waits_shows_signs_of_life_and_then_what_happens()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var runId = await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);
        using var request = gateway.Request(HttpMethod.Get, $"/v1/runs/{runId}/events", null, ("Accept", "text/event-stream"));
        using var response = await gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        await gateway.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(15));
        gateway.Time.Advance(TimeSpan.FromSeconds(15));
        await UntilAsync(lines, ": alive");
        await gateway.PostAsync($"/v1/runs/{runId}/cancel");

        await UntilAsync(lines, "event: run.cancelled");
        await UntilAsync(lines, "data: {\"done\": true}");
    }

    [Fact]
    public async Task Streams_and_waits_end_when_the_gateway_stops()
    {
        await using var gateway = await PlayedGateway.StartAsync(played: new() { Type = "function", Name = "slow" });
        gateway.Endpoint.Answer = static async (_, abandoned) =>
        {
            await Task.Delay(Timeout.Infinite, abandoned);
            throw new InvalidOperationException("Nobody gets here.");
        };
        using var request = gateway.Request(HttpMethod.Post, "/v1/functions/slow/stream", "{}");
        using var response = await gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        await UntilAsync(lines, "event: function.started");
        var waiting = gateway.PostAsync("/v1/functions/slow/run");
        await gateway.Time.WhenTimerIsSetAsync(TimeSpan.FromMinutes(5));

        await gateway.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.DoesNotContain("done", await lines.ReadToEndAsync(), StringComparison.Ordinal);
        var (status, run) = await waiting;
        Assert.Equal((HttpStatusCode.Accepted, "running"), (status, run.Text("status")));
    }

    [Fact]
    public async Task More_streams_than_there_may_be_are_told_to_come_back()
    {
        await using var gateway = await PlayedGateway.StartAsync(static options => options.MaxStreams = 1);
        var runId = await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);
        using var request = gateway.Request(HttpMethod.Get, $"/v1/runs/{runId}/events", null, ("Accept", "text/event-stream"));
        using var open = await gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        using var second = gateway.Request(HttpMethod.Post, "/v1/functions/hosted_double/stream", Order);
        using var refused = await gateway.Client.SendAsync(second);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        Assert.Single(gateway.Engine.ListRuns(new()));
    }

    private static async Task<string> ReadAsync(PlayedGateway gateway, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await gateway.Client.SendAsync(request);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
            return await response.Content.ReadAsStringAsync();
        }
    }

    private static IEnumerable<string> Lines(string text, string prefix) =>
        text.Split('\n').Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..]);

    private static async Task UntilAsync(StreamReader lines, string wanted)
    {
        while (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) is { } line)
        {
            if (line == wanted)
                return;
        }

        Assert.Fail($"The stream ended without '{wanted}'.");
    }
}
