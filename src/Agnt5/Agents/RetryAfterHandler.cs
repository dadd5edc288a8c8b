using System.Net.Http;
using Agnt5.Agents;
using Agnt5.Primitives;

namespace Agnt5;

/// <summary>
/// Turns a response that allows another attempt (408, 429, 500 or above, or <c>x-should-retry: true</c>), and a connection that fails, into a <see cref="ModelThrottledException"/>. The exception has
/// the wait that the provider asks for: from <c>retry-after-ms</c>, <c>Retry-After</c>, or the resets of rate limits. Put the handler into the <see cref="HttpClient"/> of a provider's client. The
/// exceptions of most clients do not say how long to wait, and the client's own retries do not see these failures any more, so they do not multiply the agent's attempts. Timeouts of the client are
/// not seen here: switch off its retries too. The message of the exception has the status and the provider's error code, or the kind of the connection's failure. The inner exception has the rest: for
/// a response it is an <see cref="HttpRequestException"/> with the beginning of the body.
/// </summary>
/// <param name="time">The clock to compare the headers' times with. Default: the system's clock.</param>
public sealed class RetryAfterHandler(TimeProvider? time = null) : DelegatingHandler
{
    // Enough for any error object, and not for what a broken provider may send.
    private const int LongestError = 64 * 1024;

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            // Its text names the host, which may be a gateway of the network. So the log alone has it, as that of the inner exception.
            throw new ModelThrottledException($"The connection to the model's provider failed ({KindOf(failure)}).", failure);
        }

        var status = (int)response.StatusCode;
        var headers = RetryHeaders.From(response.Headers.Select(static header => KeyValuePair.Create<string, string?>(header.Key, string.Join(',', header.Value))));
        var should = RetryHeaders.ShouldRetry(headers);
        if (status < 400 || !(ProviderFailure.IsTransientStatus(status) || should == true))
            return response;

        using (response)
        {
            var text = await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            var mayRetry = should != false && !ProviderErrorCodes.NeverHeals(text);
            // The body may name an account, and AGNT5 gets the message of a run that fails: so the log alone has the body, where it shows the inner exception.
            var body = new HttpRequestException($"The provider's response: {CallerText.Shorten(text, ReplyErrors.LongestText)}", inner: null, response.StatusCode);
            throw new ModelThrottledException($"The model's provider answered {status}{ProviderErrorCodes.Quote(text)}{(mayRetry ? "" : " and is not called again")}.", body)
            {
                MayRetry = mayRetry,
                RetryAfter = RetryHeaders.Wait(headers, status, _time) ?? RetryInfo.InText(text),
            };
        }
    }

    private static string KindOf(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request => request.HttpRequestError.ToString(),
        HttpIOException { HttpRequestError: not HttpRequestError.Unknown } ended => ended.HttpRequestError.ToString(),
        _ => failure.GetType().Name,
    };

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(LongestError, cancellationToken).ConfigureAwait(false);
            return await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidOperationException)
        {
            return "";
        }
    }
}
