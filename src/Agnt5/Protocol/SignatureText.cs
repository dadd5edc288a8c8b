using System.Security.Cryptography;

namespace Agnt5.Protocol;

/// <summary>The header form of a MAC: <c>sha256=</c> and lower-case hex (protocol section 3).</summary>
internal static class SignatureText
{
    public const int Length = 7 + (2 * HMACSHA256.HashSizeInBytes);

    public static void Write(ReadOnlySpan<byte> mac, Span<byte> text)
    {
        "sha256="u8.CopyTo(text);
        var digits = "0123456789abcdef"u8;
        for (var i = 0; i < mac.Length; i++)
        {
            text[7 + (2 * i)] = digits[mac[i] >> 4];
            text[8 + (2 * i)] = digits[mac[i] & 15];
        }
    }
}
