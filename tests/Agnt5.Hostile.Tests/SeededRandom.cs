using System.Text;

namespace Agnt5.Hostile.Tests;

/// <summary>The choices of one request: the same for the same seed and index, independent of earlier requests.</summary>
internal sealed class SeededRandom(int seed, int index)
{
    private readonly Random _random = new(unchecked((seed * 1_000_003) ^ (index * 7_919)));

    public int Below(int bound) => _random.Next(bound);

    public int Between(int first, int last) => _random.Next(first, last + 1);

    public bool OneIn(int chances) => _random.Next(chances) == 0;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A text that needs no escapes.</summary>
    public string Word(int length)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
            text.Append((char)('a' + _random.Next(26)));
        return text.ToString();
    }
}
