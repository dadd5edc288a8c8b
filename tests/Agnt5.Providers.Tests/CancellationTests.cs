using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;

namespace Agnt5.Providers.Tests;

/// <summary>Nobody pays for a reply that nobody waits for.</summary>
public sealed class CancellationTests
{
    [Theory]
    [Backs("Cancellation")]
    [MemberData(nameof(Provider.WholeAndStreamed), MemberType = typeof(Provider))]
    public async Task The_request_to_the_provider_ends_when_AGNT5_leaves(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(Stalling(run, isStreaming));
        using var leaving = new CancellationTokenSource();

        var slice = run.Turn("librarian", "Do you have Emma?", isStreaming).SliceAsync(cancellationToken: leaving.Token);
        await run.Server.StallsAsync();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slice);
        await run.Server.SeesClientLeaveAsync();
        Assert.Single(run.Server.Requests);
    }

    [Theory]
    [Backs("Cancellation")]
    [MemberData(nameof(Provider.WholeAndStreamed), MemberType = typeof(Provider))]
    public async Task The_request_to_the_provider_ends_at_the_deadline_and_is_made_again_in_the_next_slice(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(Stalling(run, isStreaming), run.Wire.Says("There are three.", isStreaming));
        var turn = run.Turn("librarian", "Do you have Emma?", isStreaming);

        var slice = turn.SliceAsync(deadlineInMs: 5_000);
        await run.Server.StallsAsync();
        run.Endpoint.Time.Advance(TimeSpan.FromSeconds(5));
        await run.Server.SeesClientLeaveAsync();
        var cut = await slice;
        var answer = await turn.SliceAsync();

        Assert.Equal("suspended", cut.Json["status"]!.GetValue<string>());
        Assert.Equal("There are three.", answer.Json["output"]!.GetValue<string>());
        Assert.Equal(2, run.Server.Requests.Count);
    }

    // The headers and a first piece of a stream; nothing of a whole reply.
    private static CannedReply Stalling(ProviderRun run, bool isStreaming)
    {
        var reply = run.Wire.Says("There are three.", isStreaming);
        return reply with { Pieces = isStreaming ? [reply.Pieces[0]] : [], Stalls = true };
    }
}
