using System.Net;
using System.Net.Http;
using Agnt5.Protocol;

namespace Agnt5.Local.Dispatch;

/// <summary>The way to an endpoint over HTTP (protocol sections 1 and 3).</summary>
internal sealed class HttpConnection : IEndpointConnection
{
    /// <summary>How much longer than its request timeout an invoke is waited for. An endpoint answers up to 250 ms behind the deadline, and the answer has a way to go.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    // A manifest is there at once, also of an endpoint that must start first.
    private static readonly TimeSpan ManifestTimeout = TimeSpan.FromSeconds(30);

    // An endpoint that takes no body of such a length says so before it comes. One that hangs up in the middle could not be told from a crash.
    private const int AskedForBytes = 1024 * 1024;

    private readonly EndpointClient _client;
    private readonly EndpointAddress _address;
    private readonly RequestSigner? _signer;
    private readonly InvokeHeader[] _headers;
    private readonly TimeSpan _timeout;
    private readonly int _maxAnswerBytes;
    private readonly TimeProvider _time;

    /// <param name="client">Sends the requests. It is not disposed here.</param>
    /// <param name="settings">What it has to know of the deployment.</param>
    /// <param name="time">The clock, for the signature's timestamp and for timeouts.</param>
    /// <exception cref="EndpointException">The URL, the secret or a header cannot be used.</exception>
    public HttpConnection(EndpointClient client, HttpConnectionSettings settings, TimeProvider time)
    {
        _client = client;
        _address = EndpointAddress.Of(settings.Url);
        _headers = InvokeHeader.Of(settings.InvokeHeaders);
        _signer = settings.Secret is null ? null : new RequestSigner(settings.Secret);
        _timeout = TimeSpan.FromMilliseconds(settings.RequestTimeoutMs) + Margin;
        _maxAnswerBytes = settings.MaxAnswerBytes;
        _time = time;
    }

    public bool TakesPayloadLinks => true;

    public async Task<ReadOnlyMemory<byte>> GetManifestAsync(CancellationToken cancellationToken)
    {
        using var request = NewRequest(HttpMethod.Get, _address.Manifest);
        using var limit = new CancellationTokenSource(ManifestTimeout, _time);
        using var left = cancellationToken.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), limit);
        try
        {
            using var response = await _client.SendAsync(request, limit.Token).ConfigureAwait(false);
            var body = await ResponseBody.ReadAsync(response, _maxAnswerBytes, limit.Token).ConfigureAwait(false);
            return ManifestAnswer.Check(response, body, _address);
        }
        catch (Exception exception) when (exception is not EndpointException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ConnectionFailure.Of(exception, _address, limit.IsCancellationRequested ? ManifestTimeout : null);
        }
    }

    public async Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        var content = new InvokeContent(request.Body);
        using var message = NewRequest(HttpMethod.Post, _address.Invoke);
        message.Content = content;
        if (request.Body.Length > AskedForBytes)
            message.Headers.ExpectContinue = true;
        using var limit = new CancellationTokenSource(_timeout, _time);
        using var left = cancellationToken.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), limit);
        try
        {
            Sign(message, request);
            using var response = await _client.SendAsync(message, limit.Token).ConfigureAwait(false);
            var body = await ResponseBody.ReadAsync(response, _maxAnswerBytes, limit.Token).ConfigureAwait(false);
            var nowMs = _time.GetUtcNow().ToUnixTimeMilliseconds();
            return response.StatusCode == HttpStatusCode.OK ? HttpAnswer.Read(response, body, nowMs) : RefusedInvoke.Read(response, body, nowMs, _address);
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var failure = ConnectionFailure.Of(exception, _address, limit.IsCancellationRequested ? _timeout : null);
            return new InvokeLost(failure.Code, failure.Message);
        }
        finally
        {
            request.IsOutlived = !content.IsSent;
        }
    }

    public void Dispose() => _signer?.Dispose();

    private HttpRequestMessage NewRequest(HttpMethod method, Uri url)
    {
        var request = new HttpRequestMessage(method, url)
        {
            // HTTP/2 where TLS offers it.
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        request.Headers.TryAddWithoutValidation("User-Agent", "agnt5-local");
        foreach (var header in _headers)
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return request;
    }

    private void Sign(HttpRequestMessage message, InvokeRequest request)
    {
        if (_signer is null)
            return;

        var timestamp = RequestSigner.Timestamp(_time.GetUtcNow());
        var attemptId = AttemptId.Of(request);
        var headers = message.Headers;
        headers.TryAddWithoutValidation(RequestHeaderNames.SignatureVersion, RequestSigner.Version);
        headers.TryAddWithoutValidation(RequestHeaderNames.Timestamp, timestamp);
        headers.TryAddWithoutValidation(RequestHeaderNames.AttemptId, attemptId);
        headers.TryAddWithoutValidation(RequestHeaderNames.Signature, _signer.Sign(timestamp, attemptId, request.Body.Span));
    }
}
