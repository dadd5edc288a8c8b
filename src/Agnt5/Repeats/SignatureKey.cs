using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Agnt5.Repeats;

/// <summary>The 32 bytes of a verified MAC as a key. Whoever has no secret cannot choose them, so they need no hash that is hard to guess.</summary>
internal readonly record struct SignatureKey(ulong A, ulong B, ulong C, ulong D)
{
    /// <exception cref="ArgumentException">These are not the bytes of a MAC.</exception>
    public static SignatureKey Of(ReadOnlySpan<byte> signature)
    {
        if (signature.Length != HMACSHA256.HashSizeInBytes)
            throw new ArgumentException($"A signature has {HMACSHA256.HashSizeInBytes} bytes, not {signature.Length}.", nameof(signature));

        var words = MemoryMarshal.Cast<byte, ulong>(signature);
        return new SignatureKey(words[0], words[1], words[2], words[3]);
    }

    public override int GetHashCode() => A.GetHashCode();
}
