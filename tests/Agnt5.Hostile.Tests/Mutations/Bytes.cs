namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>Changes single bytes.</summary>
internal sealed class ByteFlips : IMutation
{
    public byte[] Apply(byte[] body, SeededRandom random)
    {
        var flipped = (byte[])body.Clone();
        for (var i = random.Between(1, 8); i > 0 && flipped.Length > 0; i--)
            flipped[random.Below(flipped.Length)] ^= (byte)(random.OneIn(2) ? 1 << random.Below(8) : random.Between(1, 255));
        return flipped;
    }
}

/// <summary>Ends the body early, or goes on after it.</summary>
internal sealed class Truncation : IMutation
{
    public byte[] Apply(byte[] body, SeededRandom random) =>
        random.OneIn(4) ? [.. body, .. random.Bytes(random.Between(1, 40))] : body[..random.Between(0, body.Length)];
}

/// <summary>A byte order mark, NUL, and other bytes where text should be.</summary>
internal sealed class BrokenBytes : IMutation
{
    public byte[] Apply(byte[] body, SeededRandom random)
    {
        if (random.OneIn(8))
            return [0xEF, 0xBB, 0xBF, .. body];

        byte[] broken = random.Of<byte[]>([0x00], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x1F]);
        return JsonText.Insert(body, random.Between(0, body.Length), broken);
    }
}

/// <summary>Bodies that are not an invoke at all: noise, or text from pieces of JSON.</summary>
internal sealed class Noise : IMutation
{
    private static readonly string[] Pieces = ["{", "}", "[", "]", ",", ":", "\"", "null", "true", "1e9", "-", "\"component_type\"", "\"workflow\"", "\\u0000", " ", "\"steps\"", "\"checkpoint\""];

    public byte[] Apply(byte[] body, SeededRandom random)
    {
        if (random.OneIn(2))
            return random.Bytes(random.Below(300));
        return System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Below(60)).Select(_ => random.Of<string>(Pieces))));
    }
}
