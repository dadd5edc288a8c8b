using System.Security.Cryptography;
using Agnt5.Protocol;

namespace Agnt5.Local.Dispatch;

/// <summary>The way to an endpoint of this process. Invokes are signed as over HTTP, so that the same door lets them in.</summary>
internal sealed class InProcessConnection : IEndpointConnection
{
    private readonly ServerlessEndpoint _endpoint;
    private readonly RequestSigner? _signer;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    /// <param name="endpoint">The endpoint.</param>
    /// <param name="secret">Its signing secret, or <see langword="null"/> where it takes unsigned invokes.</param>
    /// <param name="requestTimeoutMs">How long one invoke may take, in ms.</param>
    /// <param name="time">The clock, which is the endpoint's too.</param>
    /// <exception cref="EndpointException">The secret is blank.</exception>
    public InProcessConnection(ServerlessEndpoint endpoint, string? secret, long requestTimeoutMs, TimeProvider time)
    {
        _endpoint = endpoint;
        _signer = secret is null ? null : new RequestSigner(secret);
        _timeout = TimeSpan.FromMilliseconds(requestTimeoutMs) + HttpConnection.Margin;
        _time = time;
    }

    public bool TakesPayloadLinks => false;

    /// <summary>Makes an endpoint of a catalog, with a secret that nobody else knows.</summary>
    /// <param name="catalog">The components.</param>
    /// <param name="options">The options. Their secrets are replaced.</param>
    /// <param name="services">The services of the components, and the endpoint's clock.</param>
    /// <param name="requestTimeoutMs">How long one invoke may take, in ms.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InvalidOperationException">An option or an agent cannot work.</exception>
    public static InProcessConnection Create(ComponentCatalog catalog, ServerlessOptions options, IServiceProvider services, long requestTimeoutMs, TimeProvider time)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        options.SigningSecret = secret;
        options.SigningSecretResolver = null;
        options.RequestSigningSecretResolver = null;
        return new InProcessConnection(new ServerlessEndpoint(catalog, options, services), secret, requestTimeoutMs, time);
    }

    public async Task<ReadOnlyMemory<byte>> GetManifestAsync(CancellationToken cancellationToken)
    {
        using var response = await _endpoint.HandleAsync(new InMemoryRequest("GET", ProtocolRoutes.ManifestPath), cancellationToken).ConfigureAwait(false);
        var body = response.Body.ToArray();
        if (response.StatusCode == 200)
            return body;

        var failure = RefusedInvoke.FailureIn(body, nowMs: 0);
        throw new EndpointException(failure?.Code ?? LossCodes.OfStatus(response.StatusCode), $"The endpoint of this process gives no manifest: {failure?.Message}");
    }

    public async Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // The endpoint's own token, so that it is told of both the caller and the time.
        using var limit = new CancellationTokenSource(_timeout, _time);
        using var left = cancellationToken.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), limit);
        // On a thread of its own: code that blocks its thread has no more time than code that awaits.
        request.IsOutlived = true;
        var message = Message(request);
        var answer = Task.Run(() => _endpoint.HandleAsync(message, limit.Token).AsTask(), CancellationToken.None);
        try
        {
            var response = await answer.WaitAsync(limit.Token).ConfigureAwait(false);
            request.IsOutlived = false;
            cancellationToken.ThrowIfCancellationRequested();
            return Read(response);
        }
        catch (OperationCanceledException)
        {
            // Code that does not look at its token goes on, and its answer reaches nobody.
            _ = answer.ContinueWith(static done => done.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            return new InvokeLost(LossCodes.TimedOut, $"The endpoint of this process did not answer within {_timeout.TotalSeconds:0.###} s. Let the code watch its CancellationToken.");
        }
    }

    public void Dispose() => _signer?.Dispose();

    private InMemoryRequest Message(InvokeRequest request)
    {
        var message = InMemoryRequest.Invoke(request.Body);
        if (_signer is null)
            return message;

        var timestamp = RequestSigner.Timestamp(_time.GetUtcNow());
        var attemptId = AttemptId.Of(request);
        message.Headers[RequestHeaderNames.SignatureVersion] = RequestSigner.Version;
        message.Headers[RequestHeaderNames.Timestamp] = timestamp;
        message.Headers[RequestHeaderNames.AttemptId] = attemptId;
        message.Headers[RequestHeaderNames.Signature] = _signer.Sign(timestamp, attemptId, request.Body.Span);
        return message;
    }

    private InvokeResult Read(ServerlessResponse response)
    {
        using (response)
        {
            // The answer is kept for as long as the run, and the response's memory is the next one's.
            ReadOnlyMemory<byte> body = response.Body.ToArray();
            var nowMs = _time.GetUtcNow().ToUnixTimeMilliseconds();
            if (response.StatusCode == 200)
                return AnswerReader.Read(body, nowMs);
            if (RefusedInvoke.Read(response.StatusCode, body, nowMs) is { } answered)
                return answered;

            var failure = RefusedInvoke.FailureIn(body, nowMs);
            var lost = RefusedInvoke.OfCode(response.StatusCode, failure?.Code ?? LossCodes.OfStatus(response.StatusCode), failure?.Message ?? "it gives no reason.");
            return lost with { RetryAfterMs = (long?)response.RetryAfter?.TotalMilliseconds };
        }
    }
}
