using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Agnt5.Protocol;

/// <summary>
/// The <c>steps</c> of a checkpoint as they came (protocol section 6): a table over the request's bytes. A replay mostly asks for keys in the order in which
/// they were recorded, so a cursor finds them without hashing and without a string for each. The table is pooled memory: it is disposed with the body.
/// </summary>
internal sealed class RecordedSteps(ReadOnlyMemory<byte> body) : IDisposable
{
    /// <summary>The prefix of the keys of the SDK's own records.</summary>
    public const string ReservedPrefix = "agnt5:";

    // Larger tables are not pooled: few runs have so many steps, and the pool would keep their memory.
    private const int MostPooled = 16 * 1024;

    // A slice that replays in order and then runs a step or two looks for a few keys that are not recorded. That is no reason to make texts of all that are.
    private const int MostSearches = 8;

    // The quotes, the colon and the comma around a key and its value.
    private const int Punctuation = 4;

    // What stands between a key and its value, and between a value and the next key, where there is no white space: ": and ,"
    private const int KeyToValue = 2;
    private const int ValueToKey = 2;

    private Entry[] _entries = ArrayPool<Entry>.Shared.Rent(16);
    // The texts of keys that are written with escapes, by position. Hardly any are.
    private Dictionary<int, string>? _decodedKeys;
    private Dictionary<string, int>? _index;
    private int _cursor;
    private int _searches;
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
            Grow();

        _entries[Count++] = new Entry(keyStart, keyLength, valueStart, valueEnd - valueStart);
        if (decodedKey is not null)
            (_decodedKeys ??= [])[Count - 1] = decodedKey;
        else if (valueStart == keyStart + keyLength + KeyToValue)
            Mark(Count - 1, EntryState.Copied);
        if (decodedKey?.StartsWith(ReservedPrefix, StringComparison.Ordinal) ?? Ascii.Equals(RawKey(Count - 1)[..Math.Min(ReservedPrefix.Length, keyLength)], ReservedPrefix))
        {
            Mark(Count - 1, EntryState.Reserved);
            ReservedCount++;
        }

        SizeBytes += SizeOf(keyLength, valueEnd - valueStart);
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
            SkipReserved();
            if (_cursor < Count && IsKey(_cursor, key))
                return _cursor++;
            if (_searches++ < MostSearches)
                return Search(key);
            _index = BuildIndex();
        }

        return _index.GetValueOrDefault(key, -1);
    }

    /// <summary>Does the same as <see cref="IndexOf"/> for the key of a step, without a text for it.</summary>
    /// <param name="name">The step's name.</param>
    /// <param name="key">The step's key: <c>name:key</c> is looked up. <see langword="null"/> when it has only a name.</param>
    /// <returns>The position, or -1 when another key is next. Then <see cref="IndexOf"/> has to say whether and where it is.</returns>
    public int NextIfStep(string name, string? key)
    {
        if (_index is not null || _decodedKeys is not null)
            return -1;

        SkipReserved();
        return _cursor < Count && !IsUsed(_cursor) && IsStep(_cursor, name, key) ? _cursor++ : -1;
    }

    public bool IsReserved(int position) => Is(position, EntryState.Reserved);

    /// <summary>Whether the code has asked for the entry, or has given it up.</summary>
    public bool IsUsed(int position) => Is(position, EntryState.Used);

    /// <summary>Marks an entry as asked for.</summary>
    public void Use(int position)
    {
        if (!IsUsed(position) && !IsReserved(position))
            _usedCount++;
        Mark(position, EntryState.Used);
        _unused?.Remove(position);
    }

    /// <summary>Whether the user's code has not asked for one of its recorded keys.</summary>
    public bool HasUnused => _usedCount + ReservedCount < Count;

    /// <summary>The positions of the user's entries that the code has not asked for, in order.</summary>
    public IEnumerable<int> Unused => _unused ??= [.. Enumerable.Range(0, Count).Where(position => !IsReserved(position) && !IsUsed(position))];

    public bool IsDropped(int position) => Is(position, EntryState.Dropped);

    /// <summary>Drops an entry, because it was removed or a newer record replaces it.</summary>
    public void Drop(int position) => Mark(position, EntryState.Dropped);

    public string Key(int position) => DecodedKey(position) ?? Encoding.UTF8.GetString(RawKey(position));

    public ReadOnlyMemory<byte> Value(int position) => body.Slice(_entries[position].ValueStart, _entries[position].ValueLength);

    /// <summary>Writes the entries that are not dropped, as they came. Neighbours that stand in the body as they are written are copied together.</summary>
    /// <param name="writer">The writer. It does not validate, so it takes a run of members as it takes a value.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        for (var position = 0; position < Count; position++)
        {
            if (IsDropped(position))
                continue;

            var first = position;
            if (!Is(first, EntryState.Copied))
            {
                writer.WritePropertyName(Key(first));
                writer.WriteRawValue(Value(first).Span, skipInputValidation: true);
                continue;
            }

            while (position + 1 < Count && IsCopiedBehind(position))
                position++;
            writer.WriteRawValue(body.Span[(_entries[first].KeyStart - 1)..End(position)], skipInputValidation: true);
        }
    }

    /// <summary>Returns the memory. The steps cannot be read any more.</summary>
    public void Dispose()
    {
        var entries = Interlocked.Exchange(ref _entries, []);
        Count = 0;
        Return(entries);
    }

    private void Grow()
    {
        var larger = ArrayPool<Entry>.Shared.Rent(Count * 2);
        _entries.AsSpan(0, Count).CopyTo(larger);
        Return(_entries);
        _entries = larger;
    }

    private static void Return(Entry[] entries)
    {
        if (entries.Length is > 0 and <= MostPooled)
            ArrayPool<Entry>.Shared.Return(entries);
    }

    private bool Is(int position, EntryState state) => (_entries[position].State & state) != 0;

    private void Mark(int position, EntryState state) => _entries[position].State |= state;

    private string? DecodedKey(int position) => _decodedKeys?.GetValueOrDefault(position);

    private int End(int position) => _entries[position].ValueStart + _entries[position].ValueLength;

    // The next entry is written as it stands in the body, and directly behind this one.
    private bool IsCopiedBehind(int position) =>
        Is(position + 1, EntryState.Copied) && !IsDropped(position + 1) && _entries[position + 1].KeyStart == End(position) + ValueToKey;

    private void SkipReserved()
    {
        while (_cursor < Count && IsReserved(_cursor))
            _cursor++;
    }

    private ReadOnlySpan<byte> RawKey(int position) => body.Span.Slice(_entries[position].KeyStart, _entries[position].KeyLength);

    private bool IsKey(int position, string key)
    {
        if (DecodedKey(position) is { } decoded)
            return decoded == key;

        var raw = RawKey(position);
        return Ascii.Equals(raw, key) || (!Ascii.IsValid(raw) && Key(position) == key);
    }

    // A key that is not ASCII is left to the text.
    private bool IsStep(int position, string name, string? key)
    {
        var raw = RawKey(position);
        if (key is null)
            return Ascii.Equals(raw, name);
        return raw.Length == name.Length + 1 + key.Length && raw[name.Length] == (byte)':' && Ascii.Equals(raw[..name.Length], name) && Ascii.Equals(raw[(name.Length + 1)..], key);
    }

    // From the end: of a key that stands there twice the last one counts, as in the index.
    private int Search(string key)
    {
        for (var position = Count - 1; position >= 0; position--)
        {
            if (IsKey(position, key))
                return position;
        }

        return -1;
    }

    private Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(Count, StringComparer.Ordinal);
        for (var position = 0; position < Count; position++)
            index[Key(position)] = position;
        return index;
    }

    [Flags]
    private enum EntryState : byte
    {
        None = 0,
        Reserved = 1,
        Used = 2,
        Dropped = 4,

        /// <summary>The key and the value stand in the body as they are written.</summary>
        Copied = 8,
    }

    private struct Entry(int keyStart, int keyLength, int valueStart, int valueLength)
    {
        public readonly int KeyStart = keyStart;
        public readonly int KeyLength = keyLength;
        public readonly int ValueStart = valueStart;
        public readonly int ValueLength = valueLength;
        public EntryState State;
    }
}
