using System.Security.Cryptography;

namespace Agnt5.Local.Payloads;

/// <summary>An uploaded output.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Sha256">Their hash in lower-case hex.</param>
internal sealed record SavedPayload(ReadOnlyMemory<byte> Content, string Sha256)
{
    public static SavedPayload Of(ReadOnlyMemory<byte> content) => new(content, Convert.ToHexStringLower(SHA256.HashData(content.Span)));
}
