using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Execution;

/// <summary>Random values that are the same on every replay: each is seeded by the run's id and the number of the call (protocol section 6).</summary>
internal sealed class RunRandom(string runId)
{
    private int _guids;
    private int _randoms;

    public Guid NextGuid()
    {
        var bytes = Seed("guid", _guids++)[..16];
        // Version 8, for custom ways to make an id, and the RFC 9562 variant.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public Random NextRandom() => new(BinaryPrimitives.ReadInt32BigEndian(Seed("random", _randoms++)));

    private Span<byte> Seed(string purpose, int number) => SHA256.HashData(Encoding.UTF8.GetBytes($"{runId}\n{purpose}\n{number}"));
}
