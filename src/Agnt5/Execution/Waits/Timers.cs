using System.Globalization;
using Agnt5.Primitives;

namespace Agnt5.Execution.Waits;

/// <summary>The durable sleeps of a workflow (protocol section 6, "Timers").</summary>
internal sealed class Timers(WorkflowSlice slice, DurableScope scope)
{
    private readonly Dictionary<long, int> _unnamed = [];
    private int _untilCount;

    public Task SleepAsync(TimeSpan duration, string? name)
    {
        using var call = slice.EnterDurableCall("SleepAsync", name);
        if (!call.GoesOn)
            return WorkflowSlice.Never<bool>();
        if (duration < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A sleep cannot be shorter than nothing.");
        if (duration == TimeSpan.Zero)
            return Task.CompletedTask;

        var milliseconds = UnixTime.CeilingMilliseconds(duration);
        var key = scope.Named(name is null ? Unnamed(milliseconds) : DurableKey.Named(name));
        return WaitUntil(key, UnixTime.Add(Recorded(key) ?? Record(key, slice.NowMs), milliseconds));
    }

    public Task SleepUntilAsync(DateTimeOffset time, string? name)
    {
        using var call = slice.EnterDurableCall("SleepUntilAsync", name);
        if (!call.GoesOn)
            return WorkflowSlice.Never<bool>();

        var key = scope.Named(name is null ? string.Create(CultureInfo.InvariantCulture, $"sleep_until_{_untilCount++}") : DurableKey.Named(name));
        if (Recorded(key) is { } recordedMs)
            return WaitUntil(key, recordedMs);

        var targetMs = time.ToUnixTimeMilliseconds() + (time.Ticks % TimeSpan.TicksPerMillisecond > 0 ? 1 : 0);
        return WaitUntil(key, Record(key, targetMs));
    }

    private Task WaitUntil(string key, long readyAtMs)
    {
        if (slice.Checkpoint.TryGetReserved(DurableKey.Fired(key), out _))
            return slice.Deliveries.Replay(key, true);

        var sleep = new SleepOperation(slice, key, readyAtMs);
        slice.Wait(sleep);
        return sleep.Task;
    }

    private long? Recorded(string key) => slice.Claims.TryClaimRecorded(key, out var json) ? RecordedValues.ReadInteger(key, json) : null;

    private long Record(string key, long milliseconds)
    {
        slice.Claims.Claim(key);
        slice.Checkpoint.Record(key, RecordedValues.Write(milliseconds));
        return milliseconds;
    }

    // The second unnamed sleep of one duration must not find the first one's record.
    private string Unnamed(long milliseconds)
    {
        var number = _unnamed[milliseconds] = _unnamed.GetValueOrDefault(milliseconds) + 1;
        var name = string.Create(CultureInfo.InvariantCulture, $"sleep_{milliseconds}ms");
        return number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");
    }
}
