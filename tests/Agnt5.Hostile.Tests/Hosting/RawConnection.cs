using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Agnt5.Hostile.Tests.Hosting;

/// <summary>A response as it came.</summary>
/// <param name="Status">The status, or 0 where the server closed the connection without a word.</param>
internal sealed record RawAnswer(int Status, string ContentType, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>A connection for one request after the other. It is opened again when the server has closed it.</summary>
internal sealed class RawConnection(IPEndPoint address) : IDisposable
{
    /// <summary>Longer than any answer takes, even when all connections and the whole machine are busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly byte[] _buffer = new byte[64 * 1024];
    private Socket? _socket;

    /// <exception cref="OperationCanceledException">The request hangs.</exception>
    public async Task<RawAnswer> SendAsync(RawRequest request)
    {
        using var patience = new CancellationTokenSource(Patience);
        var bytes = request.ToBytes();
        for (var tries = 0; ; tries++)
        {
            var isFresh = _socket is null;
            _socket ??= await ConnectAsync(patience.Token);
            var answer = await ExchangeAsync(request, bytes, patience.Token);
            if (answer.Status == 0 || request.EndsTheConnection)
                Close();

            // The server may close idle connections, and those of refused requests, at any time.
            if (answer.Status != 0 || isFresh || tries > 1 || request.Framing == Framing.HangUp)
                return answer;
        }
    }

    public void Dispose() => Close();

    private async Task<RawAnswer> ExchangeAsync(RawRequest request, byte[] bytes, CancellationToken cancellationToken)
    {
        if (request.Framing == Framing.HangUp)
        {
            await SendAllAsync(request, bytes, cancellationToken);
            await Task.Yield();
            return new RawAnswer(0, "", []);
        }

        var sending = SendAllAsync(request, bytes, cancellationToken);
        var answer = await ReadAsync(cancellationToken);
        if (!await sending)
            Close();
        return answer;
    }

    // The server may answer and close before it has read everything.
    private async Task<bool> SendAllAsync(RawRequest request, byte[] bytes, CancellationToken cancellationToken)
    {
        var socket = _socket!;
        try
        {
            for (var sent = 0; sent < bytes.Length;)
                sent += await socket.SendAsync(bytes.AsMemory(sent), cancellationToken);
            if (request.Framing == Framing.CutOff)
                socket.Shutdown(SocketShutdown.Send);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<RawAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        using var received = new MemoryStream();
        while (await ReceiveAsync(cancellationToken) is var count and > 0)
        {
            received.Write(_buffer, 0, count);
            if (Parse(received.GetBuffer().AsSpan(0, (int)received.Length)) is { } answer)
                return answer;
        }

        return new RawAnswer(0, "", []);
    }

    /// <summary>Reads the whole answer. It skips a "100 Continue".</summary>
    private static RawAnswer? Parse(ReadOnlySpan<byte> received)
    {
        while (received.IndexOf("\r\n\r\n"u8) is var head and >= 0)
        {
            var (status, length, type) = Head(Encoding.Latin1.GetString(received[..head]));
            received = received[(head + 4)..];
            if (status != 100)
                return received.Length >= length ? new RawAnswer(status, type, received[..length].ToArray()) : null;
        }

        return null;
    }

    private async Task<int> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _socket!.ReceiveAsync(_buffer, cancellationToken);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static (int Status, int Length, string Type) Head(string head)
    {
        var (length, type) = (0, "");
        foreach (var line in head.Split("\r\n"))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture);
            else if (line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))
                type = line["Content-Type:".Length..].Trim();
        }

        return (int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), length, type);
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address, cancellationToken);
        return socket;
    }

    private void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }
}
