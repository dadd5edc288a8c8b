using System.Globalization;
using System.Net.Http.Headers;

namespace Agnt5.Lambda.Runtime;

/// <summary>Speaks the runtime API of AWS Lambda, version 2018-06-01, which is plain HTTP on the machine itself.</summary>
internal sealed class RuntimeApi : IDisposable
{
    private const string Version = "2018-06-01";

    private readonly HttpMessageInvoker _http;
    private readonly Uri _next;
    private readonly string _base;

    /// <param name="address">Host and port, as <c>AWS_LAMBDA_RUNTIME_API</c> has them.</param>
    public RuntimeApi(string address)
    {
        _base = $"http://{address}/{Version}/runtime";
        _next = new Uri($"{_base}/invocation/next");
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            // A trace has no use for these requests.
            ActivityHeadersPropagator = null,
            // A frozen process has no time: a connection is as old as its last use.
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        });
    }

    /// <summary>Waits for an event, for as long as it takes.</summary>
    /// <exception cref="RuntimeApiException">The runtime API gives none, and will not.</exception>
    public async Task<Invocation> NextAsync(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _next);
        using var response = await SendAsync(request, stop).ConfigureAwait(false);
        return new Invocation
        {
            RequestId = Header(response, "Lambda-Runtime-Aws-Request-Id") ?? throw new RuntimeApiException("The runtime API gave an event without an id."),
            Deadline = long.TryParse(Header(response, "Lambda-Runtime-Deadline-Ms"), NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= Invocation.LatestDeadlineMs
                ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
                : null,
            TraceHeader = Header(response, "Lambda-Runtime-Trace-Id"),
            // An event that has come is answered.
            Event = await response.Content.ReadAsByteArrayAsync(CancellationToken.None).ConfigureAwait(false),
        };
    }

    /// <summary>Answers an event with the JSON that its source takes.</summary>
    public Task RespondAsync(string requestId, byte[] answer) => PostAsync($"invocation/{requestId}/response", Content(answer, "application/json"));

    /// <summary>Answers an event with a stream, which AWS sends on as it comes.</summary>
    public Task StreamAsync(string requestId, byte[] answer, string contentType) =>
        PostAsync($"invocation/{requestId}/response", Content(answer, contentType), ("Lambda-Runtime-Function-Response-Mode", "streaming"), ("Transfer-Encoding", "chunked"));

    /// <summary>Says that an event was not answered.</summary>
    public Task FailAsync(string requestId, FunctionError error) => PostErrorAsync($"invocation/{requestId}/error", error);

    /// <summary>Says that the function cannot start.</summary>
    public Task FailInitAsync(FunctionError error) => PostErrorAsync("init/error", error);

    public void Dispose() => _http.Dispose();

    private Task PostErrorAsync(string path, FunctionError error) =>
        PostAsync(path, Content(error.ToJson(), "application/vnd.aws.lambda.error+json"), ("Lambda-Runtime-Function-Error-Type", error.Type));

    private static ByteArrayContent Content(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    private async Task PostAsync(string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{_base}/{path}")) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await SendAsync(request, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw new RuntimeApiException($"The runtime API cannot be reached: {exception.Message}", exception);
        }

        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw new RuntimeApiException($"The runtime API refused {request.Method} {request.RequestUri!.AbsolutePath} with {(int)response.StatusCode}.");
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
