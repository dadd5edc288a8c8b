using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Protocol;

/// <summary>Compares a request's signature with the signatures of the endpoint's secrets (protocol section 3).</summary>
internal static class Signature
{
    private const int StackBytes = 256;

    /// <summary>Whether any of the secrets signed the message. All are computed and compared, in constant time.</summary>
    /// <param name="message">Timestamp, attempt id and body, joined by dots.</param>
    /// <param name="presented">The signature header's value.</param>
    /// <param name="secrets">The endpoint's secrets, already trimmed.</param>
    public static bool Verifies(ReadOnlySpan<byte> message, string presented, IReadOnlyList<string> secrets)
    {
        Span<byte> presentedBytes = stackalloc byte[SignatureText.Length];
        var comparable = Encoding.UTF8.TryGetBytes(presented, presentedBytes, out var written) && written == SignatureText.Length;

        Span<byte> expected = stackalloc byte[SignatureText.Length];
        var verified = false;
        for (var i = 0; i < secrets.Count; i++)
        {
            Compute(message, secrets[i], expected);
            verified |= CryptographicOperations.FixedTimeEquals(expected, presentedBytes);
        }

        return verified & comparable;
    }

    private static void Compute(ReadOnlySpan<byte> message, string secret, Span<byte> text)
    {
        var length = Encoding.UTF8.GetByteCount(secret);
        Span<byte> key = length <= StackBytes ? stackalloc byte[StackBytes] : new byte[length];
        key = key[..Encoding.UTF8.GetBytes(secret, key)];
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, mac);
        CryptographicOperations.ZeroMemory(key);
        SignatureText.Write(mac, text);
    }
}
