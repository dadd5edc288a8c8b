using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;
using Microsoft.Extensions.AI;

namespace Agnt5.Providers.Tests;

/// <summary>Nobody pays for a reply that nobody waits for.</summary>
public sealed class CancellationTests
{
    /// <summary>Whose clients leave a provider that is silent. OllamaSharp sees within a stream only with the next piece that it was cancelled.</summary>
    public static TheoryData<string, bool> Leaving
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var provider in Provider.All.Where(static provider => provider != Provider.Ollama))
            {
                data.Add(provider.Name, false);
                data.Add(provider.Name, true);
            }

            return data;
        }
    }

    [Theory]
    [Backs("Cancellation")]
    [MemberData(nameof(Leaving))]
    public async Task The_request_to_the_provider_ends_when_AGNT5_leaves(string provider, bool isStreaming)
    {
        await using var run = await StartAsync(provider);
        run.Server.Replies(Stalling(run, isStreaming));
        using var leaving = new CancellationTokenSource();

        var slice = run.Turn("librarian", "Do you have Emma?", isStreaming).SliceAsync(cancellationToken: leaving.Token);
        await StallsAsync(run, isStreaming);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slice);
        await run.Server.SeesClientLeaveAsync();
        Assert.Single(run.Server.Requests);
    }

    [Theory]
    [Backs("Cancellation")]
    [MemberData(nameof(Leaving))]
    public async Task The_request_to_the_provider_ends_at_the_deadline_and_is_made_again_in_the_next_slice(string provider, bool isStreaming)
    {
        await using var run = await StartAsync(provider);
        run.Server.Replies(Stalling(run, isStreaming), run.Wire.Says("There are three.", isStreaming));
        var turn = run.Turn("librarian", "Do you have Emma?", isStreaming);

        var slice = turn.SliceAsync(deadlineInMs: 5_000);
        await StallsAsync(run, isStreaming);
        run.Endpoint.Time.Advance(TimeSpan.FromSeconds(5));
        await run.Server.SeesClientLeaveAsync();
        var cut = await slice;
        var answer = await turn.SliceAsync();

        Assert.Equal("suspended", cut.Json["status"]!.GetValue<string>());
        Assert.Equal("There are three.", answer.Json["output"]!.GetValue<string>());
        Assert.Equal(2, run.Server.Requests.Count);
    }

    [Theory]
    [Backs("Cancellation", Works = false)]
    [InlineData("Ollama")]
    public async Task A_client_that_does_not_leave_a_silent_provider_holds_up_no_turn(string provider)
    {
        await using var run = await StartAsync(provider);
        run.Server.Replies(Stalling(run, isStreaming: true), run.Wire.Says("There are three.", streams: true));
        var turn = run.Turn("librarian", "Do you have Emma?", isStreaming: true);

        var slice = turn.SliceAsync(deadlineInMs: 5_000);
        await StallsAsync(run, isStreaming: true);
        // The step is waited for until a moment after the deadline.
        run.Endpoint.Time.Advance(TimeSpan.FromSeconds(5));
        while (!slice.IsCompleted)
        {
            run.Endpoint.Time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.WhenAny(slice, Task.Delay(10));
        }

        var cut = await slice;
        var answer = await turn.SliceAsync();

        Assert.Equal("suspended", cut.Json["status"]!.GetValue<string>());
        Assert.Equal("There are three.", answer.Json["output"]!.GetValue<string>());
    }

    private static Task<ProviderRun> StartAsync(string provider)
    {
        var named = Provider.Named(provider);
        return ProviderRun.StartAsync(named with { Connect = address => new WatchedStream(named.Connect(address)) });
    }

    private static async Task StallsAsync(ProviderRun run, bool isStreaming)
    {
        await run.Server.StallsAsync();
        // An adapter that is cancelled between the headers and the first piece may leave the connection open.
        if (isStreaming)
            await run.Endpoint.Service<IChatClient>().GetService<WatchedStream>()!.BeginsAsync();
    }

    // The headers and a first piece of a stream; nothing of a whole reply.
    private static CannedReply Stalling(ProviderRun run, bool isStreaming)
    {
        var reply = run.Wire.Says("There are three.", isStreaming);
        return reply with { Pieces = isStreaming ? [reply.Pieces[0]] : [], Stalls = true };
    }
}
