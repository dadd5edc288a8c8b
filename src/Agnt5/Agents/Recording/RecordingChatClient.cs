using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Recording;

/// <summary>Asks a client, and writes each call to the file of a recording.</summary>
internal sealed class RecordingChatClient(IChatClient client, string path) : DelegatingChatClient(client)
{
    private readonly Lock _gate = new();
    private readonly RecordedClient _client = RecordedClient.Of(client);
    // In the order in which the calls began; null while a call runs, and for a canceled one.
    private readonly List<RecordedCall?> _calls = [];

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        messages = [.. messages];
        var (place, call) = Begin(messages, options);
        ChatResponse reply;
        try
        {
            reply = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            End(place, call.With(failure));
            throw;
        }

        End(place, call.With(reply));
        return reply;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        messages = [.. messages];
        var (place, call) = Begin(messages, options);
        var given = new RecordedStream(call);
        RecordedCall? ended = null;
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await NextAsync().ConfigureAwait(false))
            {
                given.Add(updates.Current);
                yield return updates.Current;
            }

            ended = given.Ended();
        }
        finally
        {
            // Some clients end a canceled stream without a word.
            if (!cancellationToken.IsCancellationRequested)
                End(place, ended ?? given.Left());
        }

        async Task<bool> NextAsync()
        {
            try
            {
                return await updates.MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                ended = given.Failed(failure);
                throw;
            }
        }
    }

    private (int Place, RecordedCall Call) Begin(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var call = new RecordedCall(RecordedRequest.Of(messages, options));
        lock (_gate)
        {
            _calls.Add(null);
            return (_calls.Count - 1, call);
        }
    }

    private void End(int place, RecordedCall call)
    {
        lock (_gate)
        {
            _calls[place] = call;
            new RecordingFile(_client, [.. _calls.OfType<RecordedCall>()]).Write(path);
        }
    }
}
