using System.Buffers;
using System.Security.Cryptography;

namespace Agnt5.Protocol;

/// <summary>The header form of a MAC: <c>sha256=</c> and lower-case hex (protocol section 3).</summary>
internal static class SignatureText
{
    public const int Length = 7 + (2 * HMACSHA256.HashSizeInBytes);

    private const string Prefix = "sha256=";

    /// <summary>Reads a MAC. How long it takes depends on the text alone, which is its caller's own.</summary>
    /// <returns>Whether the text has this form.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> mac) =>
        text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && !text[Prefix.Length..].ContainsAnyInRange('A', 'F')
            && Convert.FromHexString(text[Prefix.Length..], mac, out _, out _) == OperationStatus.Done;

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
