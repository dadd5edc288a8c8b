using System.Security.Cryptography;

namespace Agnt5.Protocol;

/// <summary>Compares a request's signature with the signatures of the endpoint's secrets (protocol section 3).</summary>
internal static class Signature
{
    /// <summary>Whether any of the keys signed the message. All MACs are computed and compared, in constant time.</summary>
    /// <param name="message">Timestamp, attempt id and body, joined by dots.</param>
    /// <param name="presented">The signature header's value.</param>
    /// <param name="keys">The endpoint's secrets.</param>
    /// <param name="mac">Computes the MACs instead of the framework's HMAC-SHA256, where the host has a faster one.</param>
    public static bool Verifies(ReadOnlySpan<byte> message, string presented, ReadOnlySpan<SigningKey> keys, MacFunction? mac = null)
    {
        Span<byte> presentedMac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var comparable = SignatureText.TryRead(presented, presentedMac);

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var verified = false;
        foreach (var key in keys)
        {
            key.Compute(message, mac, expected);
            verified |= CryptographicOperations.FixedTimeEquals(expected, presentedMac);
        }

        return verified & comparable;
    }
}
