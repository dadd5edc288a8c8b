using System.Security.Cryptography;

namespace Agnt5.Local.Hosting;

/// <summary>
/// Ids such as <c>run_01hzxw6q8t3k5m9n7p2r4s6v8w</c>: 26 characters of Crockford's base32 over 48 bits of Unix ms and 80 random bits. Text order is the order of time, to the millisecond.
/// </summary>
internal static class EngineIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    public static string Run(long nowMs) => Create("run_", nowMs);

    public static string Deployment(long nowMs) => Create("dep_", nowMs);

    public static string Event(long nowMs) => Create("evt_", nowMs);

    public static string Signal(long nowMs) => Create("sig_", nowMs);

    public static string Batch(long nowMs) => Create("batch_", nowMs);

    private static string Create(string prefix, long nowMs)
    {
        Span<byte> random = stackalloc byte[10];
        RandomNumberGenerator.Fill(random);
        var bits = ((UInt128)(ulong)nowMs & 0xFFFF_FFFF_FFFF) << 80;
        for (var index = 0; index < random.Length; index++)
            bits |= (UInt128)random[index] << (8 * index);
        return string.Create(prefix.Length + Length, (prefix, bits), static (text, id) =>
        {
            id.prefix.CopyTo(text);
            var rest = id.bits;
            for (var index = text.Length - 1; index >= id.prefix.Length; index--)
            {
                text[index] = Alphabet[(int)(uint)(rest & 31)];
                rest >>= 5;
            }
        });
    }
}
