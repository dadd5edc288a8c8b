using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Recording;

/// <summary>Answers as the client of a recording did.</summary>
internal sealed class ReplayingChatClient : IChatClient
{
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly RecordedClient _client;
    private readonly List<RecordedCall> _left;
    private int _played;

    public ReplayingChatClient(string path)
    {
        var (client, calls) = RecordingFile.Read(path);
        (_path, _client, _left) = (path, client, [.. calls]);
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = Find(RecordedRequest.Of(messages, options));
        return call.Error is { } error ? Task.FromException<ChatResponse>(error.ToException()) : Task.FromResult(call.ReadReply());
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = Find(RecordedRequest.Of(messages, options));
        foreach (var update in call.ReadUpdates())
        {
            // As from a network: what runs beside the stream gets its turns.
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return update;
        }

        if (call.Error is { } error)
            throw error.ToException();
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        if (serviceType == typeof(ClientForm))
            return _client.Form;
        if (serviceType == typeof(ChatClientMetadata))
            return new ChatClientMetadata(_client.Provider, providerUri: null, _client.Model);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose()
    {
    }

    private RecordedCall Find(JsonObject request)
    {
        lock (_gate)
        {
            var place = _left.FindIndex(call => RequestDifference.Find(call.Request, request) is null);
            if (place < 0)
                throw new NonRetryableException($"Call {_played + 1} is not in the recording {_path}{Why(request)}. {RecordingFile.RecordAgain}");

            var call = _left[place];
            _left.RemoveAt(place);
            _played++;
            return call;
        }
    }

    private string Why(JsonObject request) =>
        _left.Count == 0 ? $", which ends after {_played} calls" : $". It differs from the next recorded call {RequestDifference.Find(_left[0].Request, request)}";
}
