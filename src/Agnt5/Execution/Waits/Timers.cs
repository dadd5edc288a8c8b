using System.Globalization;

namespace Agnt5.Execution.Waits;

/// <summary>The durable sleeps of a context (protocol section 6, "Timers").</summary>
internal sealed class Timers(WorkflowSlice slice, DurableScope scope)
{
    // By name: durations may come from the input, and a caller could choose numbers that collide in a hash table.
    private readonly Dictionary<string, int> _unnamed = new(StringComparer.Ordinal);
    private int _untilCount;

    public long NowMs => slice.NowMs;

    public Task SleepAsync(TimeSpan duration, string? name) => DurableCall.Run<SleepCall, bool>(slice, new SleepCall(this, duration, name));

    public Task SleepUntilAsync(DateTimeOffset time, string? name) => DurableCall.Run<SleepUntilCall, bool>(slice, new SleepUntilCall(this, time, name));

    /// <summary>The key of a sleep for a duration.</summary>
    public string KeyOf(string? name, long milliseconds) => scope.Named(name is null ? Unnamed(milliseconds) : DurableKey.Named(name));

    /// <summary>The key of a sleep until a time.</summary>
    public string KeyOf(string? name) => scope.Named(name is null ? string.Create(CultureInfo.InvariantCulture, $"sleep_until_{_untilCount++}") : DurableKey.Named(name));

    /// <summary>Claims the key of a sleep that began in an earlier slice.</summary>
    /// <returns>The recorded time of the sleep, or <see langword="null"/> when it begins now.</returns>
    public long? Recorded(string key) => slice.Claims.TryClaimRecorded(key, out var json) ? RecordedValues.ReadInteger(key, json) : null;

    /// <summary>Claims the key of a sleep that begins now, and records its time.</summary>
    public long Record(string key, long milliseconds)
    {
        slice.Claims.Claim(key);
        slice.Checkpoint.Record(key, RecordedValues.Write(milliseconds));
        return milliseconds;
    }

    /// <summary>The end of a sleep that came due in an earlier slice; <see langword="null"/> for any other sleep.</summary>
    public Task<bool>? Replay(string key) => slice.Checkpoint.TryGetReserved(DurableKey.Fired(key), out _) ? slice.Deliveries.Replay(key, true) : null;

    /// <summary>Waits until a sleep is over.</summary>
    public Task<bool> Wait(string key, long readyAtMs)
    {
        var sleep = new SleepOperation(slice, key, readyAtMs);
        slice.Wait(sleep);
        return sleep.Completion;
    }

    // The second unnamed sleep with the same duration must not find the record of the first.
    private string Unnamed(long milliseconds)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"sleep_{milliseconds}ms");
        var number = _unnamed[name] = _unnamed.GetValueOrDefault(name) + 1;
        return number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");
    }
}
