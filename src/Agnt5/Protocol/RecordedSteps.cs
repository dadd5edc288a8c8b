using System.Text;
using System.Text.Json;

namespace Agnt5.Protocol;

/// <summary>
/// The <c>steps</c> of a checkpoint as they came (protocol section 6): a table over the request's bytes. A replay mostly asks for keys in the order in which
/// they were recorded, so a cursor finds them without hashing and without a string for each.
/// </summary>
internal sealed class RecordedSteps(ReadOnlyMemory<byte> body)
{
    /// <summary>The prefix of the keys of the SDK's own records.</summary>
    public const string ReservedPrefix = "agnt5:";

    // The quotes, the colon and the comma around a key and its value.
    private const int Punctuation = 4;

    private Entry[] _entries = new Entry[8];
    private Dictionary<string, int>? _index;
    private int _cursor;
    private int _usedCount;
    private SortedSet<int>? _unused;

    /// <summary>The number of entries, including replaced and removed ones.</summary>
    public int Count { get; private set; }

    /// <summary>The number of entries that are the SDK's own records.</summary>
    public int ReservedCount { get; private set; }

    /// <summary>The size of the entries in bytes, including replaced and removed ones.</summary>
    public long SizeBytes { get; private set; }

    /// <param name="keyStart">Where the key's text begins in the body.</param>
    /// <param name="keyLength">Its length in bytes, as it is written.</param>
    /// <param name="decodedKey">The key's text where it is written with escapes, else <see langword="null"/>.</param>
    /// <param name="valueStart">Where the value begins.</param>
    /// <param name="valueEnd">Where it ends.</param>
    public void Add(int keyStart, int keyLength, string? decodedKey, int valueStart, int valueEnd)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Count * 2);

        ref var entry = ref _entries[Count++];
        entry = new Entry(keyStart, keyLength, decodedKey, valueStart, valueEnd - valueStart);
        entry.IsReserved = decodedKey?.StartsWith(ReservedPrefix, StringComparison.Ordinal)
            ?? (keyLength >= ReservedPrefix.Length && Ascii.Equals(RawKey(Count - 1)[..ReservedPrefix.Length], ReservedPrefix));
        if (entry.IsReserved)
            ReservedCount++;
        SizeBytes += SizeOf(keyLength, entry.ValueLength);
    }

    /// <summary>The size of an entry in bytes.</summary>
    public static long SizeOf(int keyLength, int valueLength) => (long)keyLength + valueLength + Punctuation;

    /// <inheritdoc cref="SizeOf(int, int)"/>
    public long SizeOf(int position) => SizeOf(_entries[position].KeyLength, _entries[position].ValueLength);

    /// <summary>The position of a key, or -1.</summary>
    public int IndexOf(string key)
    {
        if (_index is null)
        {
            while (_cursor < Count && _entries[_cursor].IsReserved)
                _cursor++;
            if (_cursor < Count && IsKey(_cursor, key))
                return _cursor++;
            _index = BuildIndex();
        }

        return _index.GetValueOrDefault(key, -1);
    }

    public bool IsReserved(int position) => _entries[position].IsReserved;

    /// <summary>Whether the code has asked for the entry, or has given it up.</summary>
    public bool IsUsed(int position) => _entries[position].IsUsed;

    /// <summary>Marks an entry as asked for.</summary>
    public void Use(int position)
    {
        ref var entry = ref _entries[position];
        if (!entry.IsUsed && !entry.IsReserved)
            _usedCount++;
        entry.IsUsed = true;
        _unused?.Remove(position);
    }

    /// <summary>Whether the user's code has not asked for one of its recorded keys.</summary>
    public bool HasUnused => _usedCount + ReservedCount < Count;

    /// <summary>The positions of the user's entries that the code has not asked for, in order.</summary>
    public IEnumerable<int> Unused => _unused ??= [.. Enumerable.Range(0, Count).Where(position => !_entries[position].IsReserved && !_entries[position].IsUsed)];

    public bool IsDropped(int position) => _entries[position].IsDropped;

    /// <summary>Drops an entry, because it was removed or a newer record replaces it.</summary>
    public void Drop(int position) => _entries[position].IsDropped = true;

    public string Key(int position) => _entries[position].DecodedKey ?? Encoding.UTF8.GetString(RawKey(position));

    public ReadOnlyMemory<byte> Value(int position) => body.Slice(_entries[position].ValueStart, _entries[position].ValueLength);

    /// <summary>Writes an entry as it came.</summary>
    public void WriteTo(Utf8JsonWriter writer, int position)
    {
        if (_entries[position].DecodedKey is { } key)
            writer.WritePropertyName(key);
        else
            writer.WritePropertyName(RawKey(position));
        writer.WriteRawValue(Value(position).Span, skipInputValidation: true);
    }

    private ReadOnlySpan<byte> RawKey(int position) => body.Span.Slice(_entries[position].KeyStart, _entries[position].KeyLength);

    private bool IsKey(int position, string key)
    {
        if (_entries[position].DecodedKey is { } decoded)
            return decoded == key;

        var raw = RawKey(position);
        return Ascii.Equals(raw, key) || (!Ascii.IsValid(raw) && Key(position) == key);
    }

    private Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(Count, StringComparer.Ordinal);
        for (var position = 0; position < Count; position++)
            index[Key(position)] = position;
        return index;
    }

    private struct Entry(int keyStart, int keyLength, string? decodedKey, int valueStart, int valueLength)
    {
        public readonly int KeyStart = keyStart;
        public readonly int KeyLength = keyLength;
        public readonly int ValueStart = valueStart;
        public readonly int ValueLength = valueLength;
        public readonly string? DecodedKey = decodedKey;
        public bool IsReserved;
        public bool IsUsed;
        public bool IsDropped;
    }
}
