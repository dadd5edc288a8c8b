using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;

namespace Agnt5.Providers.Tests;

/// <summary>A client that gives up waiting for a silent provider has failed for the moment. Its time is real: the clients have no other clock.</summary>
public sealed class ClientTimeoutTests
{
    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    [Theory]
    [Backs("Retries")]
    [MemberData(nameof(Providers))]
    public async Task A_provider_that_is_silent_for_longer_than_its_client_waits_is_called_again(string name, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(name).Shipped(static () => new HttpClient { Timeout = TimeSpan.FromMilliseconds(200) }, retries: 0));
        run.Server.Replies(new CannedReply { Pieces = [], Stalls = true });

        var waiting = await run.Turn("librarian", "Do you have Emma?", isStreaming).SliceAsync(deadlineInMs: 500);

        Assert.Equal("timer", waiting.Json["reason"]?.GetValue<string>());
        Assert.Equal(ManualTime.StartMs + 1000, waiting.Json["ready_at_ms"]!.GetValue<long>());
    }
}
