using Agnt5.Primitives;

namespace Agnt5.Execution.Waits;

/// <summary>The timeout of a question or signal (protocol section 6). It records when the wait began, and when it timed out.</summary>
/// <param name="slice">The slice that waits.</param>
/// <param name="wait">The wait as a part of its keys, see <see cref="DurableKey"/>.</param>
internal sealed class WaitTimeout(WorkflowSlice slice, string wait)
{
    /// <summary>The key of the recorded timeout. It is also the timeout's key in the order of completions.</summary>
    public string Key { get; } = DurableKey.TimedOut(wait);

    /// <summary>Whether the wait timed out in an earlier slice.</summary>
    public bool IsRecorded => slice.Checkpoint.TryGetReserved(Key, out _);

    /// <summary>When the wait times out, in Unix ms, or <see langword="null"/> when it has no timeout.</summary>
    public long? Begin(TimeSpan? timeout)
    {
        if (timeout is not { } span || span == Timeout.InfiniteTimeSpan)
            return null;

        var key = DurableKey.Since(wait);
        if (!slice.Checkpoint.TryGetReserved(key, out var json))
        {
            var now = slice.NowMs;
            slice.Checkpoint.Record(key, RecordedValues.Write(now));
            return UnixTime.Add(now, UnixTime.CeilingMilliseconds(span));
        }

        return UnixTime.Add(RecordedValues.ReadInteger(key, json), UnixTime.CeilingMilliseconds(span));
    }

    /// <summary>How many milliseconds are left of a wait, or <see langword="null"/> when it has no timeout.</summary>
    /// <param name="dueAtMs">The result of <see cref="Begin"/>.</param>
    public long? LeftMs(long? dueAtMs) => dueAtMs is { } dueAt ? Math.Max(0, dueAt - slice.NowMs) : null;

    /// <summary>Records that the wait timed out.</summary>
    public void Record() => slice.Checkpoint.Record(Key, RecordedValues.True);

    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative.</exception>
    public static void Check(TimeSpan? timeout)
    {
        if (timeout is { } span && span != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero, nameof(timeout));
    }
}
