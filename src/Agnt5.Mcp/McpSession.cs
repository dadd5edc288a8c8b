using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>A client's session: a server of the protocol library that remembers what the client can do, and may ask it while a tool runs.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly StreamableHttpServerTransport _transport = new() { FlowExecutionContextFromRequests = true };
    private readonly ConcurrentDictionary<RequestId, CancellationTokenSource> _answering = [];
    private readonly CancellationTokenSource _ended = new();
    private readonly McpServer _server;
    private readonly SessionResults? _results;
    private readonly Task _running;

    /// <param name="owner">Who begins it (<see cref="CallerIdentity.KeyOf"/>).</param>
    /// <param name="tools">Makes its server.</param>
    public McpSession(string owner, ToolServer tools)
    {
        Owner = owner;
        (_server, _results) = tools.OfSession(_transport, owner);
        // The session outlives the request that begins it, and what belongs to that request.
        using (ExecutionContext.SuppressFlow())
            _running = Task.Run(() => _server.RunAsync(_ended.Token));
    }

    /// <summary>The session's id, which nobody can guess.</summary>
    public string Id { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string Owner { get; }

    /// <summary>Answers a request, as long as the client listens.</summary>
    /// <returns>Whether it is the only one of its id. A second one is not answered.</returns>
    public async Task<bool> AnswerAsync(JsonRpcRequest request, HttpContext context)
    {
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (!_answering.TryAdd(request.Id, listening))
            return false;

        var isAnswered = false;
        try
        {
            McpResponse.StartEventStream(context);
            new CallScope(CallScope.PathOf(context.Request), listening.Token) { IsInSession = true }.PutInto(request);
            await _transport.HandlePostRequestAsync(request, context.Response.Body, listening.Token).ConfigureAwait(false);
            isAnswered = !listening.IsCancellationRequested;
        }
        catch (Exception exception) when (IsOver(exception))
        {
            // The client left or took the request back, or the session ended. Nobody waits for an answer.
        }
        finally
        {
            // A client that left cannot fetch the result later, so the tool stops. Until then its id is taken: what stops is no later request with the same id.
            if (!isAnswered)
                await listening.CancelAsync().ConfigureAwait(false);
            _answering.TryRemove(request.Id, out _);
        }

        return true;
    }

    /// <summary>Takes a notification, or the answer to a question.</summary>
    public async Task TakeAsync(JsonRpcMessage message)
    {
        try
        {
            await _transport.HandlePostRequestAsync(message, Stream.Null).ConfigureAwait(false);
            // The protocol library does not answer a request that was taken back, so its response would stay open.
            if (CancelledBy(message) is { } id && _answering.TryGetValue(id, out var listening))
                await listening.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOver(exception))
        {
            // The session, or the request that was taken back, has ended.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _results?.Close();
        // In this order nothing new comes in, the tools stop, and the server ends, whatever one of these does.
        try
        {
            await _transport.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            try
            {
                await _ended.CancelAsync().ConfigureAwait(false);
            }
            finally
            {
                await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await _server.DisposeAsync().ConfigureAwait(false);
                _ended.Dispose();
            }
        }
    }

    private static bool IsOver(Exception exception) => exception is OperationCanceledException or ChannelClosedException or ObjectDisposedException or IOException;

    private static RequestId? CancelledBy(JsonRpcMessage message)
    {
        if (message is not JsonRpcNotification { Method: NotificationMethods.CancelledNotification, Params: { } parameters })
            return null;

        try
        {
            return JsonSerializer.Deserialize(parameters, McpJson.TypeInfo<CancelledNotificationParams>())?.RequestId;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
