using System.Collections.Concurrent;

namespace Agnt5.Local.Payloads;

/// <summary>Keeps uploaded outputs in memory, for as long as the process lives.</summary>
internal sealed class MemoryPayloadStore : IPayloadStore
{
    private readonly ConcurrentDictionary<string, SavedPayload> _payloads = new(StringComparer.Ordinal);

    public bool TrySave(string name, SavedPayload payload) => _payloads.TryAdd(name, payload);

    public SavedPayload? Find(string name) => _payloads.GetValueOrDefault(name);

    public void Remove(string name) => _payloads.TryRemove(name, out _);
}
