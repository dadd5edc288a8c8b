using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text.Json;
using Agnt5.Local.Dispatch;

namespace Agnt5.Cli.Endpoints;

/// <summary>How an invoke is signed.</summary>
internal enum InvokeSignature
{
    /// <summary>With the secret.</summary>
    Right,

    /// <summary>With another secret, to see it refused.</summary>
    Wrong,

    /// <summary>Not at all, to see it refused.</summary>
    None,
}

/// <summary>Sends signed invokes to one endpoint (protocol section 3), over https, or http on this machine. Redirects are not followed, and answers are bounded.</summary>
internal sealed class EndpointCaller : IDisposable
{
    // An endpoint answers up to 250 ms behind the deadline, and the answer has a way to go.
    private static readonly TimeSpan Margin = HttpConnection.Margin;

    private readonly EndpointClient _client = new();
    private readonly EndpointAddress _address;
    private readonly InvokeHeader[] _headers;
    private readonly RequestSigner _signer;
    private readonly TimeProvider _time;

    /// <exception cref="EndpointException">The URL, the secret or a header cannot be used.</exception>
    public EndpointCaller(Uri url, string secret, IReadOnlyDictionary<string, string> headers, TimeProvider time)
    {
        _address = EndpointAddress.Of(url);
        _headers = InvokeHeader.Of(headers);
        _signer = new(secret);
        _time = time;
    }

    /// <exception cref="EndpointException">No answer came. The message says why.</exception>
    public async Task<EndpointAnswer> SendAsync(SentInvoke invoke, InvokeSignature signature, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var body = invoke.ToBody(now);
        using var request = new HttpRequestMessage(HttpMethod.Post, _address.Invoke) { Content = new InvokeContent(body), Version = HttpVersion.Version20 };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        request.Headers.TryAddWithoutValidation("User-Agent", "dotnet-agnt5");
        foreach (var header in _headers)
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        Sign(request, $"{invoke.RunId}:{invoke.Attempt}", RequestSigner.Timestamp(now), body, signature);

        var patience = TimeSpan.FromMilliseconds(invoke.TimeoutMs) + Margin;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _client.SendAsync(request, limit.Token).ConfigureAwait(false);
            var bytes = await ResponseBody.ReadAsync(response, HttpConnectionSettings.DefaultMaxAnswerBytes, limit.Token).ConfigureAwait(false);
            return Read(response, bytes, Stopwatch.GetElapsedTime(began));
        }
        catch (Exception exception) when (exception is not EndpointException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ConnectionFailure.Of(exception, _address, limit.IsCancellationRequested ? patience : null);
        }
    }

    public void Dispose()
    {
        _signer.Dispose();
        _client.Dispose();
    }

    private EndpointAnswer Read(HttpResponseMessage response, ReadOnlyMemory<byte> body, TimeSpan elapsed)
    {
        var nowMs = _time.GetUtcNow().ToUnixTimeMilliseconds();
        var result = response.StatusCode == HttpStatusCode.OK ? HttpAnswer.Read(response, body, nowMs) : RefusedInvoke.Read(response, body, nowMs, _address);
        // The reader does not decode what it hands over as it came.
        if (result is InvokeAnswered && !AnswerText.IsWhole(body.Span))
            result = new InvokeLost(LossCodes.InvalidResponse, "The endpoint's answer is no answer of the protocol: it holds half of a surrogate pair.");
        var isAnswer = result is InvokeAnswered || (RefusedInvoke.FailureIn(body, nowMs) is not null && AnswerText.IsWhole(body.Span));
        var json = isAnswer ? JsonDocument.Parse(body, new() { MaxDepth = AnswerText.MostLevels }).RootElement : default;
        return new((int)response.StatusCode, json, result, elapsed);
    }

    private void Sign(HttpRequestMessage request, string attemptId, string timestamp, byte[] body, InvokeSignature signature)
    {
        if (signature == InvokeSignature.None)
            return;
        using var stranger = signature == InvokeSignature.Wrong ? new RequestSigner(Convert.ToHexString(RandomNumberGenerator.GetBytes(32))) : null;
        request.Headers.TryAddWithoutValidation("X-AGNT5-Signature-Version", RequestSigner.Version);
        request.Headers.TryAddWithoutValidation("X-AGNT5-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-AGNT5-Attempt-ID", attemptId);
        request.Headers.TryAddWithoutValidation("X-AGNT5-Signature", (stranger ?? _signer).Sign(timestamp, attemptId, body));
    }
}
