using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp;

/// <summary>
/// The sessions of this process. Their number is bounded, for all and for each user, and each ends when its client has sent nothing for a while. A new one takes the place of the one that has been
/// idle for the longest time.
/// </summary>
internal sealed class SessionTable(ToolServer tools, Agnt5McpOptions options, TimeProvider time, ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Begins a session, in use.</summary>
    /// <param name="user">Who begins it (<see cref="CallerIdentity.KeyOf"/>).</param>
    /// <returns>The session, or <see langword="null"/> when the user or all users have too many and all of these are in use.</returns>
    public McpSession? Begin(string user)
    {
        lock (_gate)
        {
            if (!MakeRoom(user))
                return null;

            var entry = new Entry(new McpSession(user, tools), CreateTimer()) { Uses = 1 };
            _entries.Add(entry.Session.Id, entry);
            return entry.Session;
        }
    }

    /// <summary>Whether a user has as many sessions as one may have.</summary>
    public bool IsFullFor(string user)
    {
        lock (_gate)
            return OwnLimitIsReached(user);
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
            entry.Timer.Change(options.SessionIdleTime, Timeout.InfiniteTimeSpan);
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
            foreach (var entry in _entries.Values.Where(entry => entry.Uses == 0 && time.GetElapsedTime(entry.LastUse) >= options.SessionIdleTime).ToArray())
                End(entry);
        }
    }

    // The own sessions of a user give way first, so that no user ends those of all others.
    private bool MakeRoom(string user)
    {
        var ownOnly = OwnLimitIsReached(user);
        if (!ownOnly && _entries.Count < options.MaxSessions)
            return true;
        if (_entries.Values.Where(entry => entry.Uses == 0 && (!ownOnly || entry.Session.Owner == user)).MinBy(static entry => entry.LastUse) is not { } idlest)
            return false;

        End(idlest);
        return true;
    }

    // Callers who are not signed in are all the same user.
    private bool OwnLimitIsReached(string user) => user.Length > 0 && _entries.Values.Count(entry => entry.Session.Owner == user) >= options.MaxSessionsPerUser;

    // The timer outlives the request that begins the session, and what belongs to that request.
    private ITimer CreateTimer()
    {
        using (ExecutionContext.SuppressFlow())
            return time.CreateTimer(EndIfIdle, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // Its tools are stopped, which may take time. Nobody waits for that.
    private void End(Entry entry)
    {
        _entries.Remove(entry.Session.Id);
        entry.Timer.Dispose();
        _ = EndAsync(entry.Session);
    }

    private async Task EndAsync(McpSession session)
    {
        await Task.Yield();
        try
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Nobody else would learn of it.
            McpLog.SessionEndFailed(logger, exception);
        }
    }

    private sealed class Entry(McpSession session, ITimer timer)
    {
        public McpSession Session { get; } = session;

        public ITimer Timer { get; } = timer;

        public int Uses { get; set; }

        public long LastUse { get; set; }
    }
}
