using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Agnt5.JavaScript.Addon;

/// <summary>
/// HMAC-SHA-256 (RFC 2104, FIPS 180-4) in managed code. The framework's own needs OpenSSL on Linux: it ends the process where none is installed, as in small container images, and else it binds to the
/// functions of the OpenSSL that the host has in itself, of another version. For the size of an invoke this one is as fast, and there is no library to load.
/// </summary>
internal static class HmacSha256
{
    private const int BlockBytes = 64;
    private const int Words = 8;
    private const int Rounds = 64;

    private static ReadOnlySpan<uint> Initial => [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    private static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <param name="key">The key.</param>
    /// <param name="message">What the MAC covers.</param>
    /// <param name="mac">Where the 32 bytes of the MAC go.</param>
    public static void Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Span<byte> mac)
    {
        Span<byte> block = stackalloc byte[BlockBytes];
        block.Clear();
        if (key.Length <= BlockBytes)
            key.CopyTo(block);
        else
            Hash([], key, block);

        Span<byte> inner = stackalloc byte[sizeof(uint) * Words];
        for (var i = 0; i < BlockBytes; i++)
            block[i] ^= 0x36;
        Hash(block, message, inner);
        for (var i = 0; i < BlockBytes; i++)
            block[i] ^= 0x36 ^ 0x5c;
        Hash(block, inner, mac);
        CryptographicOperations.ZeroMemory(block);
    }

    /// <summary>The hash of a block, or of none, and a message behind it.</summary>
    private static void Hash(ReadOnlySpan<byte> block, ReadOnlySpan<byte> message, Span<byte> hash)
    {
        Span<uint> state = stackalloc uint[Words];
        Initial.CopyTo(state);
        if (!block.IsEmpty)
            Add(state, block);
        var rest = message;
        for (; rest.Length >= BlockBytes; rest = rest[BlockBytes..])
            Add(state, rest);

        // A bit, zeros, and the length in bits fill the last block, or two.
        Span<byte> end = stackalloc byte[2 * BlockBytes];
        end.Clear();
        rest.CopyTo(end);
        end[rest.Length] = 0x80;
        end = end[..(rest.Length < BlockBytes - sizeof(ulong) ? BlockBytes : 2 * BlockBytes)];
        BinaryPrimitives.WriteUInt64BigEndian(end[^sizeof(ulong)..], 8 * (ulong)(block.Length + (long)message.Length));
        for (; !end.IsEmpty; end = end[BlockBytes..])
            Add(state, end);
        for (var i = 0; i < Words; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash[(sizeof(uint) * i)..], state[i]);
    }

    [SkipLocalsInit]
    private static void Add(Span<uint> state, ReadOnlySpan<byte> block)
    {
        var constants = Constants;
        Span<uint> words = stackalloc uint[Rounds];
        for (var i = 0; i < 16; i++)
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(sizeof(uint) * i)..]);
        for (var i = 16; i < words.Length; i++)
        {
            var (early, late) = (words[i - 15], words[i - 2]);
            words[i] = words[i - 16] + (BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3))
                + words[i - 7] + (BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10));
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var i = 0; i < Rounds; i++)
        {
            var first = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] + words[i];
            var second = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
