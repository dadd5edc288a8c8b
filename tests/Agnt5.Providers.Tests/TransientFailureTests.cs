using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>Providers that are busy or broken for a moment are called again, and others are not: read from what the real clients throw, with nothing else set up.</summary>
public sealed class TransientFailureTests
{
    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    public static TheoryData<string, bool, int> Busy => WithStatus(408, 429, 500, 503, 529);

    public static TheoryData<string, bool, int> Refusing => WithStatus(400, 401, 403, 404);

    [Theory]
    [MemberData(nameof(Busy))]
    public async Task A_busy_provider_is_called_again(string name, bool isStreaming, int status)
    {
        var provider = Provider.Named(name);
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(provider.Fails(status), run.Wire.Says("Yes.", isStreaming));

        await CompletesOnTheSecondAttemptAsync(run, isStreaming);
    }

    [Theory]
    [MemberData(nameof(Refusing))]
    public async Task A_provider_that_refuses_the_request_is_not_called_again(string name, bool isStreaming, int status)
    {
        var provider = Provider.Named(name);
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(provider.Fails(status, "invalid_request_error"));

        await FailsAtOnceAsync(run, isStreaming);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_page_of_a_proxy_in_place_of_an_error_is_read_by_its_status(string name, bool isStreaming)
    {
        var provider = Provider.Named(name);
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(new CannedReply { Status = 502, ContentType = "text/html", Pieces = ["<html>Bad gateway</html>"] }, run.Wire.Says("Yes.", isStreaming));

        await CompletesOnTheSecondAttemptAsync(run, isStreaming);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_connection_that_breaks_before_the_reply_is_made_again(string name, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(name));
        run.Server.Replies(WireErrors.Breaks, run.Wire.Says("Yes.", isStreaming));

        await CompletesOnTheSecondAttemptAsync(run, isStreaming);
    }

    [Theory]
    [InlineData("overloaded_error")]
    [InlineData("api_error")]
    [InlineData("rate_limit_error")]
    [InlineData("timeout_error")]
    public async Task Anthropics_error_inside_of_a_stream_is_read_as_the_status_that_it_stands_for(string code)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic);
        run.Server.Replies(WireErrors.AnthropicStream(code), run.Wire.Says("Yes.", streams: true));

        await CompletesOnTheSecondAttemptAsync(run, isStreaming: true);
    }

    [Theory]
    [InlineData("invalid_request_error")]
    [InlineData("billing_error")]
    [InlineData("some_new_error")]
    public async Task An_error_inside_of_a_stream_that_does_not_pass_is_not_tried_again(string code)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic);
        run.Server.Replies(WireErrors.AnthropicStream(code));

        await FailsAtOnceAsync(run, isStreaming: true);
    }

    [Theory]
    [InlineData("rate_limit_exceeded")]
    [InlineData("server_error")]
    public async Task OpenAIs_error_inside_of_a_stream_is_read_as_what_it_is(string code)
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIResponses);
        run.Server.Replies(WireErrors.ResponsesStream(code), run.Wire.Says("Yes.", streams: true));

        await CompletesOnTheSecondAttemptAsync(run, isStreaming: true);
    }

    [Fact]
    public async Task Ollamas_error_in_place_of_a_reply_is_tried_again()
    {
        await using var run = await ProviderRun.StartAsync(Provider.Ollama);
        run.Server.Replies(new CannedReply { Pieces = ["""{"error":"llama runner process has terminated"}"""] }, run.Wire.Says("Yes."));

        await CompletesOnTheSecondAttemptAsync(run, isStreaming: false);
    }

    [Theory]
    [InlineData("OpenAI chat")]
    [InlineData("OpenAI responses")]
    [InlineData("Anthropic")]
    public async Task A_quota_that_is_used_up_is_not_waited_for(string name)
    {
        var provider = Provider.Named(name);
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(provider.Fails(429, provider == Provider.Anthropic ? "enforced_spend_limit_reached" : "insufficient_quota"));

        await FailsAtOnceAsync(run, isStreaming: false);
    }

    private static async Task CompletesOnTheSecondAttemptAsync(ProviderRun run, bool isStreaming)
    {
        var turn = run.Turn("librarian", "Do you have Emma?", isStreaming);

        // The wait before the second attempt does not fit, so the test need not wait.
        var waiting = await turn.SliceAsync(deadlineInMs: 500);
        Assert.Equal("timer", waiting.Json["reason"]?.GetValue<string>());
        Assert.Equal(ManualTime.StartMs + 1000, waiting.Json["ready_at_ms"]!.GetValue<long>());
        run.Endpoint.Time.Advance(TimeSpan.FromSeconds(1));
        (await turn.SliceAsync()).MustComplete("\"Yes.\"");

        Assert.Equal(2, run.Server.Requests.Count);
    }

    private static async Task FailsAtOnceAsync(ProviderRun run, bool isStreaming)
    {
        var answer = await run.Turn("librarian", "Do you have Emma?", isStreaming).SliceAsync(deadlineInMs: 500);

        Assert.Equal("failed", answer.Json["status"]!.GetValue<string>());
        Assert.Single(run.Server.Requests);
    }

    private static TheoryData<string, bool, int> WithStatus(params int[] statuses)
    {
        var data = new TheoryData<string, bool, int>();
        foreach (var provider in Provider.All)
        {
            foreach (var status in statuses)
            {
                data.Add(provider.Name, false, status);
                data.Add(provider.Name, true, status);
            }
        }

        return data;
    }
}
