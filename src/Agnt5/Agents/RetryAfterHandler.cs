using System.Net;
using System.Net.Http;

namespace Agnt5;

/// <summary>
/// Turns a response that allows another attempt (408, 429, and 500 or above) into a <see cref="ModelThrottledException"/>, with the wait from its header <c>Retry-After</c>. Put it into the
/// <see cref="HttpClient"/> of a provider's client: the exceptions of most clients say neither whether to try again nor how long to wait.
/// </summary>
/// <param name="time">The clock to compare the header's dates with. Default: the system's clock.</param>
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
