using System.Text;
using System.Text.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>
/// The records of a run (protocol section 6): the entries that came with the request, which are carried over unchanged, and the entries that this slice adds.
/// Only the slice's scheduler touches it.
/// </summary>
/// <param name="given">The entries that came with the request.</param>
/// <param name="agentSessions">The agent sessions that came with the request, which are carried over.</param>
internal sealed class Checkpoint(RecordedSteps? given, ReadOnlyMemory<byte> agentSessions)
{
    private const int NamedKeys = 5;

    private ReadOnlyMemory<byte> _agentSessions = agentSessions;
    // A record that was added and removed stays here as an empty one: to take it out would move all that follow.
    private OrderedDictionary<string, ReadOnlyMemory<byte>>? _added;
    private int _addedCount;
    private int _dropped;

    /// <summary>The size of the checkpoint in JSON, in bytes. Updated whenever a record is added or removed.</summary>
    public long SizeBytes { get; private set; } = (given?.SizeBytes ?? 0) + agentSessions.Length;

    /// <summary>Whether the request came with recorded steps.</summary>
    public bool WasGiven => given is not null;

    /// <summary>Whether this slice has recorded anything, including the SDK's own records.</summary>
    public bool HasNews { get; private set; }

    /// <summary>Whether there may be records of the SDK's own, in addition to steps.</summary>
    public bool HasReserved => given is { ReservedCount: > 0 } || _added is not null;

    /// <summary>The sessions of agents as a JSON object, or empty.</summary>
    public ReadOnlyMemory<byte> AgentSessions => _agentSessions;

    public bool IsEmpty => HasNoSteps && _agentSessions.IsEmpty;

    private bool HasNoSteps => (given?.Count ?? 0) - _dropped + _addedCount == 0;

    /// <summary>Finds the record of earlier slices under a user's key, and marks the key as used.</summary>
    /// <param name="key">The key.</param>
    /// <param name="json">The record.</param>
    /// <param name="isFirstUse">Whether this is the first use of the key.</param>
    public bool TryUse(string key, out ReadOnlyMemory<byte> json, out bool isFirstUse)
    {
        return TryUse(given?.IndexOf(key) ?? -1, out json, out isFirstUse);
    }

    /// <summary>Does the same for the key of a step whose record is the next one, without a text for it.</summary>
    /// <param name="name">The step's name.</param>
    /// <param name="key">The step's key, if it has one.</param>
    /// <param name="json">The record.</param>
    /// <returns>Whether it is the next one; otherwise it may be another one.</returns>
    public bool TryUseNext(string name, string? key, out ReadOnlyMemory<byte> json) => TryUse(given?.NextIfStep(name, key) ?? -1, out json, out _);

    /// <summary>Finds a record of the SDK's own.</summary>
    public bool TryGetReserved(string key, out ReadOnlyMemory<byte> json)
    {
        json = default;
        if (TryGetAdded(key, out json))
            return true;

        if (given is not { ReservedCount: > 0 })
            return false;

        var position = given.IndexOf(key);
        if (position < 0 || given.IsDropped(position))
            return false;

        json = given.Value(position);
        return true;
    }

    /// <summary>The keys of the SDK's own records that came with the request and begin with a prefix.</summary>
    public IEnumerable<string> GivenKeys(string prefix) => given is not { ReservedCount: > 0 }
        ? []
        : Enumerable.Range(0, given.Count).Where(position => given.IsReserved(position) && !given.IsDropped(position)).Select(given.Key).Where(key => key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Adds or replaces a record.</summary>
    public void Record(string key, ReadOnlyMemory<byte> json)
    {
        DropGiven(key);
        DropAdded(key);
        _added ??= new OrderedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        _added[key] = json;
        _addedCount++;
        SizeBytes += SizeOf(key, json.Length);
        HasNews = true;
    }

    public void Remove(string key)
    {
        DropGiven(key);
        DropAdded(key);
    }

    /// <summary>The size of a record in the checkpoint, in bytes.</summary>
    public static long SizeOf(string key, int valueLength) => RecordedSteps.SizeOf(Encoding.UTF8.GetByteCount(key), valueLength);

    /// <summary>The keys of the largest records with their sizes, the largest first.</summary>
    public IEnumerable<(string Key, long Size)> Largest(int count)
    {
        var carried = Enumerable.Range(0, given?.Count ?? 0).Where(position => !given!.IsDropped(position)).Select(position => (Key: given!.Key(position), Size: given.SizeOf(position)));
        return carried.Concat(Added.Select(static record => (record.Key, Size: SizeOf(record.Key, record.Value.Length)))).OrderByDescending(static record => record.Size).Take(count);
    }

    /// <summary>Removes records of the SDK's own.</summary>
    /// <param name="isMeant">Selects the keys to remove.</param>
    /// <returns>Whether a record was removed that came with the request.</returns>
    public bool RemoveReserved(Func<string, bool> isMeant)
    {
        var before = _dropped;
        for (var position = 0; given is { ReservedCount: > 0 } && position < given.Count; position++)
        {
            if (given.IsReserved(position) && isMeant(given.Key(position)))
                DropGiven(position);
        }

        foreach (var key in Added.Select(static record => record.Key).Where(key => key.StartsWith(RecordedSteps.ReservedPrefix, StringComparison.Ordinal) && isMeant(key)).ToArray())
            DropAdded(key);
        return _dropped > before;
    }

    /// <summary>Replaces the agent sessions that came with the request.</summary>
    /// <param name="json">All sessions, as a JSON object.</param>
    public void ReplaceSessions(byte[] json)
    {
        SizeBytes += json.Length - _agentSessions.Length;
        _agentSessions = json;
    }

    /// <summary>Whether this code has not used all that was recorded.</summary>
    public bool HasUnused => given is { HasUnused: true };

    /// <summary>The recorded keys that this code has not used, without the SDK's own.</summary>
    public IEnumerable<string> UnusedKeys => given is { HasUnused: true } ? given.Unused.Select(given.Key) : [];

    /// <summary>The first recorded keys that this code has not used, or <see langword="null"/> when it has used all.</summary>
    public string? DescribeUnused()
    {
        if (given is not { HasUnused: true })
            return null;

        var unused = given.Unused.Take(NamedKeys).Select(position => CallerText.Shorten(given.Key(position)));
        return string.Join(", ", unused) is { Length: > 0 } keys ? keys : null;
    }

    /// <summary>Writes the checkpoint as a property of a response.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("checkpoint"u8);
        if (!HasNoSteps)
        {
            writer.WriteStartObject("steps"u8);
            WriteSteps(writer);
            writer.WriteEndObject();
        }

        if (!_agentSessions.IsEmpty)
        {
            writer.WritePropertyName("agent_sessions"u8);
            writer.WriteRawValue(_agentSessions.Span, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    private bool TryUse(int position, out ReadOnlyMemory<byte> json, out bool isFirstUse)
    {
        json = default;
        isFirstUse = true;
        if (position < 0 || given!.IsDropped(position))
            return false;

        json = given.Value(position);
        isFirstUse = !given.IsUsed(position);
        given.Use(position);
        return true;
    }

    private void WriteSteps(Utf8JsonWriter writer)
    {
        given?.WriteTo(writer);
        foreach (var (key, json) in Added)
        {
            writer.WritePropertyName(key);
            writer.WriteRawValue(json.Span, skipInputValidation: true);
        }
    }

    private void DropGiven(string key)
    {
        var position = given?.IndexOf(key) ?? -1;
        if (position >= 0)
            DropGiven(position);
    }

    private void DropGiven(int position)
    {
        if (given!.IsDropped(position))
            return;

        given.Drop(position);
        SizeBytes -= given.SizeOf(position);
        _dropped++;
    }

    private void DropAdded(string key)
    {
        if (!TryGetAdded(key, out var json))
            return;

        _added![key] = default;
        _addedCount--;
        SizeBytes -= SizeOf(key, json.Length);
    }

    private IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Added => _added?.Where(static record => !record.Value.IsEmpty) ?? [];

    private bool TryGetAdded(string key, out ReadOnlyMemory<byte> json)
    {
        json = default;
        return _added is not null && _added.TryGetValue(key, out json) && !json.IsEmpty;
    }
}
