namespace Agnt5.Local.Storage;

/// <summary>The sessions of agents, as JSON. Over a number, the one that was saved longest ago is forgotten.</summary>
internal sealed class MemorySessions(int most)
{
    private readonly Dictionary<(string Environment, string SessionId), LinkedListNode<((string, string) Id, ReadOnlyMemory<byte> Saved)>> _sessions = [];
    private readonly LinkedList<((string, string) Id, ReadOnlyMemory<byte> Saved)> _oldestFirst = new();

    public ReadOnlyMemory<byte> Find(string environment, string sessionId) => _sessions.TryGetValue((environment, sessionId), out var session) ? session.Value.Saved : default;

    public void Save((string Environment, string SessionId) id, ReadOnlyMemory<byte> saved)
    {
        if (_sessions.TryGetValue(id, out var earlier))
            _oldestFirst.Remove(earlier);
        _sessions[id] = _oldestFirst.AddLast((id, saved));
        if (_sessions.Count <= most)
            return;

        _sessions.Remove(_oldestFirst.First!.Value.Id);
        _oldestFirst.RemoveFirst();
    }
}
