using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Agnt5.Protocol;

namespace Agnt5.Local.Dispatch;

/// <summary>Signs invokes with a deployment's secret (protocol section 3).</summary>
internal sealed class RequestSigner : IDisposable
{
    public const string Version = "workerless-hmac-sha256.v1";

    private readonly byte[] _key;

    // Making one costs more than signing with it. There is one for each request that is signed at the same time as another.
    private IncrementalHash? _idle;

    /// <param name="secret">The secret. White space around it does not count.</param>
    /// <exception cref="EndpointException">It is blank.</exception>
    public RequestSigner(string secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            throw new EndpointException(LossCodes.UrlRefused, "The deployment's signing secret is blank. Give the secret that the endpoint has in AGNT5_SERVERLESS_SIGNING_SECRET.");
        _key = Encoding.UTF8.GetBytes(secret.Trim());
    }

    /// <summary>The header's value for a request.</summary>
    /// <param name="timestamp">Unix time in ms, as the header has it.</param>
    /// <param name="attemptId">The attempt id, as the header has it.</param>
    /// <param name="body">The raw body.</param>
    public string Sign(string timestamp, string attemptId, ReadOnlySpan<byte> body)
    {
        var hash = Interlocked.Exchange(ref _idle, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        AppendText(hash, timestamp);
        AppendText(hash, attemptId);
        hash.AppendData(body);
        hash.GetHashAndReset(mac);
        if (Interlocked.CompareExchange(ref _idle, hash, null) is not null)
            hash.Dispose();

        Span<byte> text = stackalloc byte[SignatureText.Length];
        SignatureText.Write(mac, text);
        return Encoding.ASCII.GetString(text);
    }

    /// <summary>The text of a time for the header.</summary>
    public static string Timestamp(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Interlocked.Exchange(ref _idle, null)?.Dispose();
        CryptographicOperations.ZeroMemory(_key);
    }

    // The text and the dot behind it.
    private static void AppendText(IncrementalHash hash, string text)
    {
        var length = Encoding.UTF8.GetMaxByteCount(text.Length) + 1;
        Span<byte> bytes = length <= 256 ? stackalloc byte[256] : new byte[length];
        var written = Encoding.UTF8.GetBytes(text, bytes);
        bytes[written] = (byte)'.';
        hash.AppendData(bytes[..(written + 1)]);
    }
}
