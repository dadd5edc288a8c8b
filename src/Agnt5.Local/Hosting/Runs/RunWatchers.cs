using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Hosting.Runs;

/// <summary>Tells those who watch all runs what was committed. A watcher that is slow holds nobody up: what it has not seen yet waits for it.</summary>
internal sealed class RunWatchers
{
    private readonly ConcurrentDictionary<Channel<WatchedEntry>, bool> _watchers = new();
    private volatile bool _isStopped;

    /// <summary>Begins to watch now, and not when the first entry is asked for.</summary>
    public IAsyncEnumerable<WatchedEntry> Watch(CancellationToken cancellationToken)
    {
        var watcher = Channel.CreateUnbounded<WatchedEntry>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        _watchers[watcher] = true;
        if (_isStopped)
            watcher.Writer.TryComplete();
        return ReadAsync(watcher, cancellationToken);
    }

    /// <summary>On the loop.</summary>
    public void Tell(StoreChanges changes)
    {
        if (_watchers.IsEmpty)
            return;

        foreach (var (runId, entry) in changes.Journal)
            foreach (var watcher in _watchers.Keys)
                watcher.Writer.TryWrite(new WatchedEntry(changes.Runs[runId], entry));
    }

    public void Stop()
    {
        _isStopped = true;
        foreach (var watcher in _watchers.Keys)
            watcher.Writer.TryComplete();
    }

    private async IAsyncEnumerable<WatchedEntry> ReadAsync(
        Channel<WatchedEntry> watcher, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var entry in watcher.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return entry;
        }
        finally
        {
            _watchers.TryRemove(watcher, out _);
        }
    }
}

/// <summary>Something that happened in a run.</summary>
/// <param name="Run">The run as its transaction left it.</param>
/// <param name="Entry">What happened.</param>
internal sealed record WatchedEntry(RunState Run, JournalEntry Entry);
