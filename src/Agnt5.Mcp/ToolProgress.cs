using System.Text.Json;
using System.Threading.Channels;
using Agnt5.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>
/// Sends the <c>progress</c> events of a tool to a client that asked for them. A tool that is faster than its client does not wait: only the latest progress matters.
/// </summary>
internal sealed class ToolProgress : IAsyncDisposable
{
    private const string EventType = "progress";
    private const int MostWaiting = 16;

    private readonly Channel<ProgressNotificationValue> _waiting =
        Channel.CreateBounded<ProgressNotificationValue>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Task _sending;
    private float? _last;

    private ToolProgress(McpServer server, ProgressToken token, CancellationToken cancellationToken) => _sending = SendAsync(server, token, cancellationToken);

    /// <returns>What listens to the tool, or <see langword="null"/> when the client did not ask.</returns>
    public static ToolProgress? For(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken) =>
        request.Params.ProgressToken is { } token ? new ToolProgress(request.Server, token, cancellationToken) : null;

    /// <summary>Takes an event of the tool. Events that are no progress, and those that do not go forward, are dropped: in MCP progress only grows.</summary>
    public void Take(ToolEvent emitted)
    {
        if (emitted.Type == EventType && Read(emitted.Data) is { } value && !(value.Progress <= _last))
        {
            _last = value.Progress;
            _waiting.Writer.TryWrite(value);
        }
    }

    /// <summary>Sends what still waits. Progress must not follow the result.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        // The client may have left. The result says so itself.
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static ProgressNotificationValue? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        var data = document.RootElement;
        if (data.ValueKind != JsonValueKind.Object)
            return Number(data) is { } alone ? new ProgressNotificationValue { Progress = alone } : null;

        return Number(Member(data, "progress"u8)) is { } progress
            ? new ProgressNotificationValue { Progress = progress, Total = Number(Member(data, "total"u8)), Message = Text(Member(data, "message"u8)) }
            : null;
    }

    private static JsonElement? Member(JsonElement data, ReadOnlySpan<byte> name) => data.TryGetProperty(name, out var value) ? value : null;

    // A number of JSON may be larger than any number of the protocol library.
    private static float? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number && number.TryGetSingle(out var read) && float.IsFinite(read) ? read : null;

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? JsonText.Of(text) : null;

    private async Task SendAsync(McpServer server, ProgressToken token, CancellationToken cancellationToken)
    {
        await foreach (var value in _waiting.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            await server.NotifyProgressAsync(token, value, cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
