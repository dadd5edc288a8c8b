using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Agnt5.Local.Dispatch;

namespace Agnt5.Local.Tests.Dispatch.Hosting;

/// <summary>A server that answers with bytes, whatever HTTP says about them.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<NetworkStream, Task> _answer;
    private readonly bool _speaksFirst;

    private RawServer(Func<NetworkStream, Task> answer, bool speaksFirst = false)
    {
        (_answer, _speaksFirst) = (answer, speaksFirst);
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The requests that came, each with its body.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Completes once a request has come.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many connections were made.</summary>
    public int Connections { get; private set; }

    /// <summary>Starts a server that answers each request so, and then closes the connection.</summary>
    public static RawServer Answering(string response) => new(stream => stream.WriteAsync(Encoding.UTF8.GetBytes(response)).AsTask());

    /// <summary>Starts a server that says something to whoever connects, and then closes the connection.</summary>
    public static RawServer Greeting(string greeting) => new(stream => stream.WriteAsync(Encoding.UTF8.GetBytes(greeting)).AsTask(), speaksFirst: true);

    /// <summary>Starts a server that answers each request by a function, and then closes the connection.</summary>
    public static RawServer Start(Func<NetworkStream, Task> answer) => new(answer);

    /// <summary>A response with a body and its length.</summary>
    public static string Response(string status, string body, string headers = "Content-Type: application/json\r\n") =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public HttpConnection Connect(EndpointClient client, Func<HttpConnectionSettings, HttpConnectionSettings>? change = null, TimeProvider? time = null)
    {
        var settings = new HttpConnectionSettings { Url = Url, Secret = " a-secret \n", RequestTimeoutMs = 30_000 };
        return new HttpConnection(client, change?.Invoke(settings) ?? settings, time ?? TimeProvider.System);
    }

    /// <summary>Reads one request to its end.</summary>
    public static async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var received = new List<byte>();
        var buffer = new byte[8192];
        while (true)
        {
            var text = Encoding.UTF8.GetString([.. received]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && Encoding.UTF8.GetByteCount(text[(end + 4)..]) >= Length(text[..end]))
                return text;

            var read = await stream.ReadAsync(buffer);
            if (read == 0)
                return text;
            received.AddRange(buffer.AsSpan(0, read));
        }
    }

    public void Dispose() => _listener.Stop();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync();
                Connections++;
                await AnswerAsync(new NetworkStream(socket));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The server was stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            if (!_speaksFirst)
                Requests.Enqueue(await ReadRequestAsync(stream));
            Asked.TrySetResult();
            await _answer(stream);
        }
        catch (IOException)
        {
            // The caller hung up.
        }
    }

    private static int Length(string head) => head.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line
        ? int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture)
        : 0;
}
