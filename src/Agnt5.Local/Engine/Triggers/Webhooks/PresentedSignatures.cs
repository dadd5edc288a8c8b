using System.Buffers;
using System.Security.Cryptography;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>Decodes the signatures in headers. What is not a signature of the right form and length is left out. Strangers write these headers, so the number of signatures is bounded.</summary>
internal static class PresentedSignatures
{
    private const int Most = 16;

    public static IReadOnlyList<byte[]> OfHex(string header) => TryReadHex(header) is { } signature ? [signature] : [];

    public static IReadOnlyList<byte[]> OfPrefixedHex(string header, string prefix) => header.StartsWith(prefix, StringComparison.Ordinal) ? OfHex(header[prefix.Length..]) : [];

    /// <summary>Signatures with blanks between them, <c>v1,</c> before each.</summary>
    public static IReadOnlyList<byte[]> OfStandard(string header)
    {
        List<byte[]> signatures = [];
        foreach (var part in header.Split(' ', Most + 1, StringSplitOptions.RemoveEmptyEntries).Take(Most))
        {
            var signature = new byte[HMACSHA256.HashSizeInBytes];
            if (part.StartsWith("v1,", StringComparison.Ordinal) && part.Length < 100 && Convert.TryFromBase64String(part[3..], signature, out var length) && length == signature.Length)
                signatures.Add(signature);
        }

        return signatures;
    }

    /// <summary><c>t=…,v1=…,v1=…</c>: a time, and a signature for each secret of the account.</summary>
    /// <returns><see langword="null"/> when there is no time.</returns>
    public static SignedWebhook? OfStripe(string header)
    {
        string? time = null;
        List<byte[]> signatures = [];
        foreach (var part in header.Split(',', Most + 1, StringSplitOptions.TrimEntries).Take(Most))
            if (part.StartsWith("t=", StringComparison.Ordinal))
                time ??= part[2..];
            else if (part.StartsWith("v1=", StringComparison.Ordinal) && TryReadHex(part[3..]) is { } signature)
                signatures.Add(signature);
        return time is null ? null : new($"{time}.", signatures, time);
    }

    private static byte[]? TryReadHex(string hex)
    {
        var signature = new byte[HMACSHA256.HashSizeInBytes];
        return hex.Length == signature.Length * 2 && Convert.FromHexString(hex, signature, out _, out var length) == OperationStatus.Done && length == signature.Length ? signature : null;
    }
}
