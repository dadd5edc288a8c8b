using System.Runtime.InteropServices;

namespace Agnt5.Primitives;

/// <summary>
/// Lets the first line of each kind into the log, counts the others of the same minute, and tells their number when the minute is over. So nobody fills a log by being refused.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="tell">Writes the line that sums up: the kind, and how many were counted.</param>
internal sealed class LineTally(TimeProvider time, Action<string, long> tell)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _counted = [];
    private long _openedAt;
    private ITimer? _timer; // Runs only while there is something to tell.

    /// <summary>Whether a line is the first of its kind, and goes into the log. Otherwise it has been counted.</summary>
    /// <param name="kind">The kind: one of a few fixed texts, and never a caller's.</param>
    public bool IsFirst(string kind)
    {
        lock (_lock)
        {
            if (_timer is null && (_counted.Count == 0 || time.GetElapsedTime(_openedAt) >= Window))
            {
                _counted.Clear();
                _openedAt = time.GetTimestamp();
            }

            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counted, kind, out var isKnown);
            if (!isKnown)
                return true;

            count++;
            _timer ??= time.CreateTimer(static tally => ((LineTally)tally!).Close(), this, Remaining(), Timeout.InfiniteTimeSpan);
            return false;
        }
    }

    private TimeSpan Remaining()
    {
        var remaining = Window - time.GetElapsedTime(_openedAt);
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }

    private void Close()
    {
        KeyValuePair<string, long>[] counted;
        lock (_lock)
        {
            counted = [.. _counted.Where(static kind => kind.Value > 0)];
            _counted.Clear();
            _timer?.Dispose();
            _timer = null;
        }

        foreach (var (kind, count) in counted)
            tell(kind, count);
    }
}
