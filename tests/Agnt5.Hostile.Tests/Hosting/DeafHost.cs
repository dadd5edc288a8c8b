using System.Net;
using System.Net.Sockets;

namespace Agnt5.Hostile.Tests.Hosting;

/// <summary>A port with a full queue that accepts nobody: a connection to it waits.</summary>
internal sealed class DeafHost : IDisposable
{
    private readonly Socket _listener = NewSocket();
    private readonly List<Socket> _queue = [];

    public DeafHost()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(1);
        for (var i = 0; i < 4; i++)
        {
            var waiting = NewSocket();
            waiting.Blocking = false;
            _queue.Add(waiting);
            try
            {
                waiting.Connect(_listener.LocalEndPoint!);
            }
            catch (SocketException)
            {
                // This would block, which is its purpose.
            }
        }
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose()
    {
        _queue.ForEach(static socket => socket.Dispose());
        _listener.Dispose();
    }

    private static Socket NewSocket() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
}
