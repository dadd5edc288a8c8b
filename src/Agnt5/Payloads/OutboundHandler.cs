using System.Net;
using System.Net.Http;

namespace Agnt5.Payloads;

/// <summary>
/// Makes what sends requests to object stores: sockets whose connections the guard makes, or what a host hands in, or what the platform has. Only with the first can the guard check what a name stands
/// for, so with the others it goes by names.
/// </summary>
internal static class OutboundHandler
{
    /// <summary>Whether the guard sees the address of every connection.</summary>
    public static bool ChecksConnections(OutboundGuardOptions options) => options.HandlerFactory is null && options.HostHandlerFactory is null && !OperatingSystem.IsBrowser();

    /// <summary>The handler of the host, or of the platform. It is made when the endpoint is, so that a factory that fails stops the start.</summary>
    public static HttpMessageHandler Foreign(OutboundGuardOptions options)
    {
        if (options.HandlerFactory is { } factory)
            return new ForeignHandler(factory() ?? throw new InvalidOperationException("OutboundGuard.HandlerFactory returned null: return a new handler."));

        if (options.HostHandlerFactory is { } host)
            return new ForeignHandler(host());

        // A browser's runtime has no sockets, and sends what a handler is given by fetch.
        return new ForeignHandler(new HttpClientHandler());
    }

    /// <summary>Sockets whose connections the guard makes.</summary>
    public static SocketsHttpHandler Sockets(OutboundGuard guard, TimeSpan timeout) => new()
    {
        ConnectCallback = guard.ConnectAsync,
        ConnectTimeout = timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,

        // Size and hash are those of what is stored.
        AutomaticDecompression = DecompressionMethods.None,

        // A response that is not wanted any more is not read to its end.
        MaxResponseDrainSize = 0,

        // Trace headers are no business of the store's.
        ActivityHeadersPropagator = null,
    };
}
