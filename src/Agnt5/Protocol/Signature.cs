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
    /// <param name="mac">Computes the MACs instead of the framework's HMAC-SHA256, where the host has a faster one.</param>
    public static bool Verifies(ReadOnlySpan<byte> message, string presented, IReadOnlyList<string> secrets, MacFunction? mac = null)
    {
        Span<byte> presentedBytes = stackalloc byte[SignatureText.Length];
        var comparable = Encoding.UTF8.TryGetBytes(presented, presentedBytes, out var written) && written == SignatureText.Length;

        Span<byte> expected = stackalloc byte[SignatureText.Length];
        var verified = false;
        for (var i = 0; i < secrets.Count; i++)
        {
            Compute(message, secrets[i], mac, expected);
            verified |= CryptographicOperations.FixedTimeEquals(expected, presentedBytes);
        }

        return verified & comparable;
    }

    private static void Compute(ReadOnlySpan<byte> message, string secret, MacFunction? mac, Span<byte> text)
    {
        var length = Encoding.UTF8.GetByteCount(secret);
        Span<byte> key = length <= StackBytes ? stackalloc byte[StackBytes] : new byte[length];
        key = key[..Encoding.UTF8.GetBytes(secret, key)];
        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        try
        {
            if (mac is null)
                HMACSHA256.HashData(key, message, computed);
            else
                mac(key, message, computed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }

        SignatureText.Write(computed, text);
    }
}
