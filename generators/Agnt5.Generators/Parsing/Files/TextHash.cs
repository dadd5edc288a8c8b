namespace Agnt5.Generators.Parsing;

/// <summary>FNV-1a over 64 bits, a separator after each text.</summary>
internal struct TextHash()
{
    public ulong Value { get; private set; } = 14695981039346656037;

    public void Add(string text)
    {
        foreach (var character in text)
            Add((ulong)character);
        Add(ulong.MaxValue);
    }

    public void Add(ulong number) => Value = unchecked((Value ^ number) * 1099511628211);
}
