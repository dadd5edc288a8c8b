using System.Net.Http;

namespace Agnt5.Payloads;

/// <summary>Wraps a handler that the host supplies. The handler must not follow redirects, because the guard has seen only the first URL. Its failures may have any exception type.</summary>
internal sealed class ForeignHandler : DelegatingHandler
{
    public ForeignHandler(HttpMessageHandler handler)
        : base(handler) => TurnRedirectsOff(handler);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri;
        var response = await SendOnAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.RequestUri == asked && (response.RequestMessage?.RequestUri ?? asked) == asked)
            return response;

        response.Dispose();
        throw new ObjectStoreException("the host's handler followed a redirect, and none are followed", "the host's handler followed a redirect or rewrote the url; it must do neither");
    }

    private async Task<HttpResponseMessage> SendOnAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or HttpRequestException or OutputChangedException))
        {
            throw new HttpRequestException("The host's handler failed.", exception);
        }
    }

    private static void TurnRedirectsOff(HttpMessageHandler handler)
    {
        switch (handler)
        {
            // A handler that has sent a request takes no changes, so it is told only what it does not do already.
            case HttpClientHandler { AllowAutoRedirect: true } client:
                client.AllowAutoRedirect = false;
                break;
            case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                sockets.AllowAutoRedirect = false;
                break;
            case DelegatingHandler { InnerHandler: { } inner }:
                TurnRedirectsOff(inner);
                break;
        }
    }
}
