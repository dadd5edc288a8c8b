using System.Net;
using System.Net.Sockets;

namespace Agnt5.Tests.Shared;

/// <summary>A port for servers that take no port 0.</summary>
internal static class FreePort
{
    /// <summary>A port of loopback on which nobody listens at this moment.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
