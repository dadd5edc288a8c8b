using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>Providers that are busy or broken for a moment are called again, and others are not: read from what the real clients throw, with nothing else set up.</summary>
public sealed class TransientFailureTests
{
    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    public static TheoryData<string, bool, int> Busy => WithStatus(408, 429, 500, 503, 529);

    public static TheoryData<string, bool, int> Refusing => WithStatus(400, 401, 403, 404);

    [Theory]
    [Backs("Retries")]
    [MemberData(nameof(Busy))]
    public async Task A_busy_provider_is_called_again(string name, bool isStreaming, int status)
    {
        var provider = Provider.Named(name);
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(provider.Fails(status), run.Wire.Says("Yes.", isStreaming));

        await run.MustCompleteOnTheSecondAttemptAsync(isStreaming);
    }

    [Theory]
    [MemberData(nameof(Refusing))]
    public async Task A_provider_that_refuses_the_request_is_not_called_again(string name, bool isStreaming, int status)
    {
        var provider = Provider.Named(name);
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(provider.Fails(status, "invalid_request_error"));

        await run.MustFailAtOnceAsync(isStreaming);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_page_of_a_proxy_in_place_of_an_error_is_read_by_its_status(string name, bool isStreaming)
    {
        var provider = Provider.Named(name);
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(new CannedReply { Status = 502, ContentType = "text/html", Pieces = ["<html>Bad gateway</html>"] }, run.Wire.Says("Yes.", isStreaming));

        await run.MustCompleteOnTheSecondAttemptAsync(isStreaming);
    }

    [Theory]
    [Backs("Retries")]
    [MemberData(nameof(Providers))]
    public async Task A_connection_that_breaks_before_the_reply_is_made_again(string name, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(name));
        run.Server.Replies(WireErrors.Breaks, run.Wire.Says("Yes.", isStreaming));

        await run.MustCompleteOnTheSecondAttemptAsync(isStreaming);
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

        await run.MustFailAtOnceAsync(isStreaming: false);
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
