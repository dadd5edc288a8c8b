using System.Net;
using System.Net.Http;

namespace Agnt5;

/// <summary>
/// Turns a response 429, 503 or 529 with the header <c>Retry-After</c> into a <see cref="ModelThrottledException"/>. Put it into the <see cref="HttpClient"/> that a provider's client is made with:
/// most of them throw exceptions of their own that do not say how long to wait.
/// </summary>
/// <param name="time">The clock that dates in the header are compared with. Default: the system's.</param>
public sealed class RetryAfterHandler(TimeProvider? time = null) : DelegatingHandler
{
    private const int Overloaded = 529;

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var asksToWait = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable || (int)response.StatusCode == Overloaded;
        if (!asksToWait || response.Headers.RetryAfter is not { } header)
            return response;

        using (response)
        {
            throw new ModelThrottledException($"The model's provider answered {(int)response.StatusCode} and asks to be called again later.")
            {
                RetryAfter = header.Delta ?? header.Date - _time.GetUtcNow(),
            };
        }
    }
}
