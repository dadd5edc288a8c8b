using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using Agnt5.Payloads;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch;

/// <summary>Sends HTTP to endpoints. One client serves all deployments, and keeps their connections.</summary>
internal sealed class EndpointClient : IDisposable
{
    // Node closes a connection that was idle for five seconds. A request that is on its way just then would be lost.
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(4);

    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler
    {
        ConnectCallback = ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionIdleTimeout = IdleTime,

        // A name may stand for another machine by then.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        MaxResponseHeadersLength = 32,

        // A response that is not wanted any more is not read to its end.
        MaxResponseDrainSize = 0,
        AllowAutoRedirect = false,
        UseCookies = false,

        // A proxy of the environment would see inputs, and loopback is its own there.
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,

        // Runs bring their trace in the metadata.
        ActivityHeadersPropagator = null,
    });

    /// <summary>Sends a request, and comes back with the headers of the response.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _invoker.SendAsync(request, cancellationToken);

    public void Dispose() => _invoker.Dispose();

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        var addresses = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttp ? OnThisMachine(host, found) : NotForbidden(host, found);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static IPAddress[] OnThisMachine(string host, IPAddress[] found)
    {
        IPAddress[] loopback = [.. found.Where(IPAddress.IsLoopback)];
        return loopback.Length > 0
            ? loopback
            : throw Refused(host, "stands for an address of another machine, and http is for endpoints of this one. Use https, or 127.0.0.1");
    }

    private static IPAddress[] NotForbidden(string host, IPAddress[] found)
    {
        IPAddress[] allowed = [.. found.Where(static address => AddressRanges.KindOf(address) != AddressKind.Forbidden)];
        return allowed.Length > 0
            ? allowed
            : throw Refused(host, "stands for an address that no endpoint has: link-local, a cloud's metadata service, multicast or reserved. Check the deployment's URL");
    }

    private static EndpointException Refused(string host, string reason) => new(LossCodes.UrlRefused, $"The host {CallerText.Shorten(host)} {reason}.");
}
