using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>Requests as bytes on a socket, for requests that an HTTP client would correct.</summary>
public static class RawHttp
{
    /// <summary>Sends a request and reads until the server closes the connection.</summary>
    public static async Task<(int Status, string Body)> SendAsync(IPEndPoint address, string request)
    {
        using var socket = await ConnectAsync(address);
        await socket.SendAsync(Encoding.Latin1.GetBytes(request));
        return await ReadAsync(socket);
    }

    public static async Task<Socket> ConnectAsync(IPEndPoint address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address);
        return socket;
    }

    public static async Task<(int Status, string Body)> ReadAsync(Socket socket)
    {
        using var received = new MemoryStream();
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is var count and > 0)
                received.Write(buffer, 0, count);
        }
        catch (SocketException) when (received.Length > 0)
        {
            // The server answered, waited in vain for the rest of the request, and closed.
        }

        var text = Encoding.UTF8.GetString(received.ToArray());
        var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (int.Parse(text.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), text[(head + 4)..]);
    }
}
