using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Hostile.Tests.Hosting;

/// <summary>The ways to send a body.</summary>
internal enum Framing
{
    Length,
    Chunked,

    /// <summary>A chunk whose size is not a number.</summary>
    BrokenChunks,

    /// <summary>Less than was announced, and then nothing more.</summary>
    CutOff,

    /// <summary>All of it, from a caller who does not wait for the answer.</summary>
    HangUp,
}

/// <summary>An invoke as bytes. It is signed for its body, and then its head is spoiled.</summary>
internal sealed class RawRequest
{
    public RawRequest(byte[] body, string secret, DateTimeOffset now)
    {
        Body = body;
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        byte[] message = [.. Encoding.UTF8.GetBytes($"{timestamp}.run-1:0."), .. body];
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message);
        Headers =
        [
            ("X-AGNT5-Signature-Version", "workerless-hmac-sha256.v1"),
            ("X-AGNT5-Timestamp", timestamp),
            ("X-AGNT5-Attempt-ID", "run-1:0"),
            ("X-AGNT5-Signature", $"sha256={Convert.ToHexStringLower(mac)}"),
        ];
    }

    public byte[] Body { get; }

    public List<(string Name, string Value)> Headers { get; }

    public Framing Framing { get; set; }

    /// <summary>Whether the head is such that the web server itself may refuse it, without any of our code.</summary>
    public bool MayBeRefusedByTheServer { get; set; }

    /// <summary>Whether the connection is of no use afterwards.</summary>
    public bool EndsTheConnection => Framing is Framing.BrokenChunks or Framing.CutOff or Framing.HangUp || Headers.Any(static header => header.Name is "Upgrade" or "Expect");

    private bool IsChunked => Framing is Framing.Chunked or Framing.BrokenChunks;

    public byte[] ToBytes()
    {
        var head = new StringBuilder("POST /agnt5/invoke HTTP/1.1\r\nHost: x\r\n");
        foreach (var (name, value) in Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(!IsChunked
            ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length + (Framing == Framing.CutOff ? 10 : 0)}\r\n\r\n")
            : "Transfer-Encoding: chunked\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. IsChunked ? Chunks() : Body];
    }

    private byte[] Chunks()
    {
        using var chunks = new MemoryStream();
        for (var start = 0; start < Body.Length;)
        {
            var count = Math.Min(Body.Length - start, 1 + (start * 7 % 4_000));
            chunks.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{count:x}\r\n")));
            chunks.Write(Body, start, count);
            chunks.Write("\r\n"u8);
            start += count;
        }

        chunks.Write(Framing == Framing.BrokenChunks ? "zz\r\n"u8 : "0\r\n\r\n"u8);
        return chunks.ToArray();
    }
}
