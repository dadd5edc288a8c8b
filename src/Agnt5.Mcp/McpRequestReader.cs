using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>Reads the one JSON-RPC message that a request carries, up to a limit of bytes and of time.</summary>
/// <param name="maxBodyBytes">The most bytes that a body may have.</param>
/// <param name="timeout">How long a body may take.</param>
/// <param name="time">The clock.</param>
internal sealed class McpRequestReader(long maxBodyBytes, TimeSpan timeout, TimeProvider time)
{
    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType = McpJson.TypeInfo<JsonRpcMessage>();

    /// <returns>The message, or why there is none.</returns>
    public async ValueTask<(JsonRpcMessage? Message, McpRefusal? Refusal)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > maxBodyBytes)
            return (null, TooLarge());

        // The body is limited here, so that the refusal is JSON-RPC.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bodySize)
            bodySize.MaxRequestBodySize = null;
        try
        {
            return await ReadBodyAsync(context).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The client left, or sent a body that the web server cannot read.
            return (null, new McpRefusal(StatusCodes.Status400BadRequest, McpErrorCode.ParseError, "The request's body ended before it was complete."));
        }
    }

    private async ValueTask<(JsonRpcMessage? Message, McpRefusal? Refusal)> ReadBodyAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        // A body that is there at once costs no timer.
        if (reader.TryRead(out var read) && Take(reader, read) is { } atOnce)
            return atOnce;

        using var tooSlow = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, tooSlow.Token);
        try
        {
            while (true)
            {
                if (Take(reader, await reader.ReadAsync(either.Token).ConfigureAwait(false)) is { } result)
                    return result;
            }
        }
        catch (OperationCanceledException) when (tooSlow.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            return (null, new McpRefusal(
                StatusCodes.Status408RequestTimeout, McpErrorCode.InvalidRequest, $"The request's body took longer than this server's limit of {timeout.TotalSeconds} seconds."));
        }
    }

    /// <returns>The message or its refusal, or <see langword="null"/> while the body has not ended.</returns>
    private (JsonRpcMessage? Message, McpRefusal? Refusal)? Take(PipeReader reader, in ReadResult read)
    {
        var body = read.Buffer;
        if (body.Length > maxBodyBytes)
        {
            reader.AdvanceTo(body.End);
            return (null, TooLarge());
        }

        if (!read.IsCompleted)
        {
            reader.AdvanceTo(body.Start, body.End);
            return null;
        }

        var result = Parse(body);
        reader.AdvanceTo(body.End);
        return result;
    }

    private static (JsonRpcMessage? Message, McpRefusal? Refusal) Parse(ReadOnlySequence<byte> body)
    {
        if (ProblemOf(body) is { } problem)
            return (null, new McpRefusal(StatusCodes.Status400BadRequest, McpErrorCode.ParseError, $"The request's body {problem}."));

        try
        {
            var reader = new Utf8JsonReader(body);
            if (JsonSerializer.Deserialize(ref reader, MessageType) is { } message)
                return (message, null);
        }
        catch (JsonException)
        {
            // JSON, but not a message.
        }

        return (null, new McpRefusal(StatusCodes.Status400BadRequest, McpErrorCode.InvalidRequest, "The request's body is not one JSON-RPC 2.0 message. Batches are not supported."));
    }

    /// <summary>Finds why the body is not valid JSON in all of its parts. Later reads decode it piece by piece, and a broken text would fail a call half-way.</summary>
    private static string? ProblemOf(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                    && (reader.ValueIsEscaped || reader.HasValueSequence || !Utf8.IsValid(reader.ValueSpan)))
                {
                    _ = reader.GetString();
                }
            }

            return null;
        }
        catch (JsonException exception)
        {
            return $"is not JSON, or nests deeper than 64 levels (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})";
        }
        catch (InvalidOperationException)
        {
            return "holds text that is not valid Unicode";
        }
    }

    private McpRefusal TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, McpErrorCode.InvalidRequest, $"The request's body is larger than this server's limit of {maxBodyBytes} bytes.");
}
