using System.Net;
using System.Net.Http;

namespace Agnt5;

/// <summary>
/// Turns a response that says to try again (408, 429 and from 500 on) into a <see cref="ModelThrottledException"/>, with the wait that its header <c>Retry-After</c> asks for. Put it into the
/// <see cref="HttpClient"/> that a provider's client is made with: most of them throw exceptions of their own, which say neither that nor how long to wait.
/// </summary>
/// <param name="time">The clock that dates in the header are compared with. Default: the system's.</param>
public sealed class RetryAfterHandler(TimeProvider? time = null) : DelegatingHandler
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError))
            return response;

        using (response)
        {
            var header = response.Headers.RetryAfter;
            throw new ModelThrottledException($"The model's provider answered {(int)response.StatusCode} and may be called again later.")
            {
                RetryAfter = header?.Delta ?? header?.Date - _time.GetUtcNow(),
            };
        }
    }
}
