using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>The retries of a client and those of the agent must not multiply.</summary>
public sealed class RetryLayerTests
{
    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    [Theory]
    [Backs("Retries")]
    [MemberData(nameof(Providers))]
    public async Task With_the_handler_an_attempt_is_one_request_even_where_the_client_retries(string name, bool isStreaming)
    {
        var provider = Provider.Named(name).Handled();
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(provider.Fails(503), WireErrors.Breaks, run.Wire.Says("Yes.", isStreaming));
        var turn = run.Turn("librarian", "Do you have Emma?", isStreaming);

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            Assert.Equal("timer", (await turn.SliceAsync(deadlineInMs: 500)).Json["reason"]!.GetValue<string>());
            Assert.Equal(attempt, run.Server.Requests.Count);
            run.Endpoint.Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await turn.SliceAsync()).MustComplete("\"Yes.\"");
        Assert.Equal(3, run.Server.Requests.Count);
    }

    [Theory]
    [InlineData("Anthropic", 3)]
    [InlineData("OpenAI chat", 4)]
    [InlineData("OpenAI responses", 4)]
    public async Task Without_it_a_client_that_retries_too_sends_several_requests_for_each_attempt(string name, int requestsOfAnAttempt)
    {
        var provider = Provider.Named(name).Shipped();
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies([.. Enumerable.Repeat(provider.Fails(503, headers: [("retry-after-ms", "1"), ("Retry-After", "0")]), 2 * requestsOfAnAttempt)]).Replies(run.Wire.Says("Yes."));

        // The client waits for a millisecond, and the agent as after any failure.
        var slice = run.Turn("librarian", "Do you have Emma?").SliceAsync();
        foreach (var wait in (int[])[1000, 2000])
        {
            await run.Endpoint.Time.WhenTimerIsSetAsync(TimeSpan.FromMilliseconds(wait));
            run.Endpoint.Time.AdvanceMs(wait);
        }

        (await slice).MustComplete("\"Yes.\"");
        Assert.Equal((2 * requestsOfAnAttempt) + 1, run.Server.Requests.Count);
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("OpenAI chat")]
    [InlineData("Ollama")]
    public async Task A_provider_that_says_not_to_retry_is_not_called_again(string name)
    {
        var provider = Provider.Named(name).Handled();
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(provider.Fails(503, headers: ("x-should-retry", "false")));

        var answer = await run.Turn("librarian", "Do you have Emma?").SliceAsync(deadlineInMs: 500);

        Assert.Equal("failed", answer.Json["status"]!.GetValue<string>());
        Assert.Single(run.Server.Requests);
    }

    [Theory]
    [InlineData("Anthropic")]
    [InlineData("OpenAI chat")]
    [InlineData("Ollama")]
    public async Task A_provider_that_says_to_retry_is_called_again_whatever_the_status(string name)
    {
        var provider = Provider.Named(name).Handled();
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(provider.Fails(409, headers: ("x-should-retry", "true")));

        Assert.Equal("timer", (await run.Turn("librarian", "Do you have Emma?").SliceAsync(deadlineInMs: 500)).Json["reason"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("OpenAI chat")]
    [InlineData("OpenAI responses")]
    public async Task A_quota_that_is_used_up_takes_one_request(string name)
    {
        var provider = Provider.Named(name).Handled();
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(provider.Fails(429, "insufficient_quota"));

        var answer = await run.Turn("librarian", "Do you have Emma?").SliceAsync(deadlineInMs: 500);

        Assert.Contains("insufficient_quota", answer.Message, StringComparison.Ordinal);
        Assert.Single(run.Server.Requests);
    }
}
