using System.Net;
using System.Text.Json;

namespace Agnt5.Client.Wire;

/// <summary>The answer to a call.</summary>
/// <param name="Status">Its status code.</param>
/// <param name="Json">Its body, or <see cref="JsonValueKind.Undefined"/> where it has none.</param>
internal readonly record struct GatewayAnswer(HttpStatusCode Status, JsonElement Json);

/// <summary>Makes calls of the gateway. What goes wrong with one is an <see cref="Agnt5Exception"/>.</summary>
internal sealed class Gateway(HttpClient http, Agnt5ClientOptions options, Credentials credentials)
{
    // Enough of an answer that refuses a call to say why.
    private const int RefusalBytes = 64 * 1024;

    private readonly RequestWriter _requests = new(options, credentials);

    public GatewayErrors Errors { get; } = new(options, credentials);

    public Agnt5ClientOptions Options => options;

    /// <summary>Makes a call and reads its answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="accepts">Which answers that are no success are answers all the same.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GatewayAnswer> SendAsync(GatewayCall call, Func<GatewayAnswer, bool>? accepts, CancellationToken cancellationToken)
    {
        using var limit = new CallLimit(call, options, cancellationToken);
        using var response = await OpenAsync(call, limit, cancellationToken).ConfigureAwait(false);
        var isSuccess = response.IsSuccessStatusCode;
        var body = await ReadAsync(call, response, isWhole: isSuccess || accepts is not null, limit, cancellationToken).ConfigureAwait(false);
        var isJson = AnswerJson.TryParse(body, out var json);
        var answer = new GatewayAnswer(response.StatusCode, json);
        if (!isSuccess)
            return isJson && accepts?.Invoke(answer) == true ? answer : throw Errors.Refused(call, response, body);
        return isJson || body.Span.Trim(" \r\n\t"u8).IsEmpty ? answer : throw Errors.Unexpected(call, response.StatusCode, What(body));
    }

    /// <summary>Opens a stream. The response is the caller's to dispose.</summary>
    public async Task<HttpResponseMessage> OpenStreamAsync(GatewayCall call, CancellationToken cancellationToken)
    {
        using var limit = new CallLimit(call, options, cancellationToken);
        var response = await OpenAsync(call, limit, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/event-stream")
            return response;
        using (response)
        {
            var body = await ReadAsync(call, response, isWhole: false, limit, cancellationToken).ConfigureAwait(false);
            if (AnswerJson.TryParse(body, out var json) && RunReader.IsRun(json) && RunReader.Read(json) is { HasEnded: true, Status: not RunStatus.Completed } run)
                throw Errors.Ended(run, response.StatusCode);
            throw response.IsSuccessStatusCode ? Errors.Unexpected(call, response.StatusCode, $"{What(body)} instead of a stream of events") : Errors.Refused(call, response, body);
        }
    }

    private async Task<HttpResponseMessage> OpenAsync(GatewayCall call, CallLimit limit, CancellationToken cancellationToken)
    {
        using var request = _requests.Write(call);
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw TooSlow(call, limit, exception);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse || exception.InnerException is IOException)
        {
            throw Errors.Cut(call, exception);
        }
        catch (HttpRequestException exception)
        {
            throw Errors.Unreachable(call, exception);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(GatewayCall call, HttpResponseMessage response, bool isWhole, CallLimit limit, CancellationToken cancellationToken)
    {
        try
        {
            return isWhole
                ? await BoundedBody.ReadAsync(response.Content, options.MaxAnswerBytes, limit.Token).ConfigureAwait(false)
                : await BoundedBody.ReadStartAsync(response.Content, RefusalBytes, limit.Token).ConfigureAwait(false);
        }
        catch (AnswerTooLargeException)
        {
            throw GatewayErrors.TooLarge(call, nameof(options.MaxAnswerBytes), options.MaxAnswerBytes);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw TooSlow(call, limit, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Errors.Cut(call, exception);
        }
    }

    // A client that was handed in may have a limit of its own.
    private Agnt5Exception TooSlow(GatewayCall call, CallLimit limit, Exception exception) => limit.IsOver
        ? Errors.TooSlow(call, limit.Length, $"{nameof(Agnt5ClientOptions)}.{nameof(options.Timeout)}", exception)
        : Errors.TooSlow(call, http.Timeout, $"{nameof(HttpClient)}.{nameof(http.Timeout)} of the client that was handed in", exception);

    private static string What(ReadOnlyMemory<byte> body) => body.Span.TrimStart(" \r\n\t"u8) is [(byte)'<', ..] ? "a web page" : body.IsEmpty ? "nothing" : "a body that is no JSON";
}
