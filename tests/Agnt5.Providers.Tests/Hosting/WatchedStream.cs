using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Agnt5.Providers.Tests.Hosting;

/// <summary>Tells when the first piece of a streamed reply has come through the adapter.</summary>
public sealed class WatchedStream(IChatClient inner) : DelegatingChatClient(inner)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for the first piece.</summary>
    public Task BeginsAsync() => _begun.Task.WaitAsync(Patience);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            _begun.TrySetResult();
            yield return update;
        }
    }
}
