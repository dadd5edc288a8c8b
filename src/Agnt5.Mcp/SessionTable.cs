namespace Agnt5.Mcp;

/// <summary>
/// The sessions of this process. Their number is bounded, and each ends when its client has sent nothing for a while. A new one takes the place of the one that has been idle for the longest time.
/// </summary>
internal sealed class SessionTable(ToolServer tools, int most, TimeSpan idleTime, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Begins a session, in use.</summary>
    /// <param name="user">Who begins it (<see cref="CallerIdentity.KeyOf"/>).</param>
    /// <returns>The session, or <see langword="null"/> when there are too many and all are in use.</returns>
    public McpSession? Begin(string user)
    {
        lock (_gate)
        {
            if (_entries.Count >= most)
            {
                if (_entries.Values.Where(static entry => entry.Uses == 0).MinBy(static entry => entry.LastUse) is not { } idlest)
                    return null;
                End(idlest);
            }

            var entry = new Entry(new McpSession(user, tools), time.CreateTimer(EndIfIdle, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)) { Uses = 1 };
            _entries.Add(entry.Session.Id, entry);
            return entry.Session;
        }
    }

    /// <summary>Finds a session and takes it into use. The session of another user is none.</summary>
    public McpSession? Use(string id, string user)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(id, out var entry) || entry.Session.Owner != user)
                return null;

            entry.Uses++;
            entry.Timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return entry.Session;
        }
    }

    /// <summary>Takes a session out of use. It waits for its client, for a while.</summary>
    public void Leave(McpSession session)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(session.Id, out var entry) || --entry.Uses > 0)
                return;

            entry.LastUse = time.GetTimestamp();
            entry.Timer.Change(idleTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void End(McpSession session)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(session.Id, out var entry))
                End(entry);
        }
    }

    public void EndAll()
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values.ToArray())
                End(entry);
        }
    }

    private void EndIfIdle(object? state)
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values.Where(entry => entry.Uses == 0 && time.GetElapsedTime(entry.LastUse) >= idleTime).ToArray())
                End(entry);
        }
    }

    // Its tools are stopped, which may take time. Nobody waits for that.
    private void End(Entry entry)
    {
        _entries.Remove(entry.Session.Id);
        entry.Timer.Dispose();
        _ = EndAsync(entry.Session);
    }

    private static async Task EndAsync(McpSession session)
    {
        await Task.Yield();
        await session.DisposeAsync().ConfigureAwait(false);
    }

    private sealed class Entry(McpSession session, ITimer timer)
    {
        public McpSession Session { get; } = session;

        public ITimer Timer { get; } = timer;

        public int Uses { get; set; }

        public long LastUse { get; set; }
    }
}
