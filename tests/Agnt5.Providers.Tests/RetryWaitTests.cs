using System.Globalization;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>A provider that says when to come back is not called before: read from the exceptions that carry headers, and by <see cref="RetryAfterHandler"/> for every client.</summary>
public sealed class RetryWaitTests
{
    private static readonly DateTimeOffset InFiveMinutes = DateTimeOffset.FromUnixTimeMilliseconds(ManualTime.StartMs).AddMinutes(5);

    public static TheoryData<string, string> Spans => new()
    {
        { "Retry-After", "300" },
        { "retry-after-ms", "300000" },
        { "x-ms-retry-after-ms", "300000" },
        { "x-ratelimit-reset-requests", "5m0s" },
        { "x-ratelimit-reset-tokens", "300s" },
        { "x-ratelimit-reset-tokens", "4m59.5s500ms" },
    };

    public static TheoryData<string, string> Times => new()
    {
        { "Retry-After", InFiveMinutes.ToString("R", CultureInfo.InvariantCulture) },
        { "anthropic-ratelimit-tokens-reset", InFiveMinutes.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) },
        { "x-ratelimit-reset", InFiveMinutes.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
        { "x-ratelimit-reset", InFiveMinutes.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) },
    };

    [Theory]
    [MemberData(nameof(Spans))]
    [MemberData(nameof(Times))]
    public async Task An_exception_with_the_response_says_when_to_come_back(string header, string value)
    {
        foreach (var provider in (Provider[])[Provider.OpenAIChat, Provider.OpenAIResponses])
            Assert.Equal(300_000, await WaitAfterAsync(provider, 429, (header, value)));
    }

    [Theory]
    [MemberData(nameof(Spans))]
    public async Task The_handler_reads_it_for_every_client(string header, string value)
    {
        foreach (var provider in Provider.All)
            Assert.Equal(300_000, await WaitAfterAsync(provider.Handled(), 429, (header, value)));
    }

    [Fact]
    public async Task Of_the_limits_only_those_that_are_used_up_count() => Assert.Equal(300_000, await WaitAfterAsync(
        Provider.OpenAIChat,
        429,
        ("x-ratelimit-remaining-requests", "4999"),
        ("x-ratelimit-reset-requests", "20h"),
        ("x-ratelimit-remaining-tokens", "0"),
        ("x-ratelimit-reset-tokens", "5m0s")));

    [Fact]
    public async Task A_wait_that_is_named_counts_before_the_resets_of_limits() =>
        Assert.Equal(300_000, await WaitAfterAsync(Provider.OpenAIChat, 429, ("x-ratelimit-reset-requests", "20h"), ("Retry-After", "300")));

    [Fact]
    public async Task A_reset_of_a_limit_says_nothing_about_a_server_that_is_down() =>
        Assert.Equal(1000, await WaitAfterAsync(Provider.OpenAIChat, 503, ("x-ratelimit-reset-requests", "5m0s")));

    [Theory]
    [InlineData("Retry-After", "99999999999999999999")]
    [InlineData("Retry-After", "Tue, 01 Jan 2999 00:00:00 GMT")]
    public async Task No_wait_is_longer_than_a_day(string header, string value)
    {
        var wait = await WaitAfterAsync(Provider.OpenAIChat, 429, (header, value));

        Assert.InRange(wait, 0, 86_400_000);
    }

    [Theory]
    [InlineData("Retry-After", "0")]
    [InlineData("Retry-After", "Tue, 01 Jan 2019 00:00:00 GMT")]
    [InlineData("retry-after-ms", "8")]
    [InlineData("x-ratelimit-reset-tokens", "8ms")]
    public async Task A_wait_that_is_shorter_than_the_usual_one_does_not_hurry_the_attempts(string header, string value)
    {
        foreach (var provider in (Provider[])[Provider.OpenAIChat, .. Provider.All.Select(static provider => provider.Handled())])
            Assert.Equal(1000, await WaitAfterAsync(provider, 429, (header, value)));
    }

    [Fact]
    public async Task A_header_that_cannot_be_read_is_no_wait() => Assert.Equal(1000, await WaitAfterAsync(Provider.OpenAIChat, 429, ("Retry-After", "soon")));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_gateway_that_answers_in_Googles_way_says_it_in_the_body(bool isHandled)
    {
        var provider = isHandled ? Provider.OpenAIChat.Handled() : Provider.OpenAIChat;
        var body = """[{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"300s"}]}}]""";

        Assert.Equal(300_000, await WaitAfterAsync(provider, new CannedReply { Status = 429, Pieces = [body] }));
    }

    private static Task<long> WaitAfterAsync(Provider provider, int status, params (string Name, string Value)[] headers) =>
        WaitAfterAsync(provider, Provider.OpenAIChat.Fails(status, headers: headers));

    private static async Task<long> WaitAfterAsync(Provider provider, CannedReply reply)
    {
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(reply);

        var waiting = await run.Turn("librarian", "Do you have Emma?").SliceAsync(deadlineInMs: 500);

        return waiting.Json["ready_at_ms"]!.GetValue<long>() - ManualTime.StartMs;
    }
}
