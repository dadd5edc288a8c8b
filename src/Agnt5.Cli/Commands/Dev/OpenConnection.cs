using System.Net.Sockets;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>
/// A connection to an endpoint on which nothing is said. It ends with the process at the other end, or when the server loses patience with it after a minute or two. Requests in its place would
/// stand in the endpoint's log, several a second.
/// </summary>
internal static class OpenConnection
{
    public static async Task WaitForEndAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(url.DnsSafeHost, url.Port, cancellationToken).ConfigureAwait(false);
            var stream = client.GetStream();
            var ignored = new byte[256];
            while (await stream.ReadAsync(ignored, cancellationToken).ConfigureAwait(false) > 0)
            {
                // A server may say that it closes.
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            // It is gone, and whoever asks for the manifest next learns how.
        }
    }
}
