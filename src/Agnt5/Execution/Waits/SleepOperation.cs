using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>The call of a sleep for a duration, counted from the first run of the call.</summary>
/// <param name="timers">The sleeps of the context.</param>
/// <param name="duration">How long to sleep.</param>
/// <param name="name">The user's name of the sleep, or <see langword="null"/>.</param>
internal struct SleepCall(Timers timers, TimeSpan duration, string? name) : IDurableCall<bool>
{
    private string? _key;
    private long _readyAtMs;

    public readonly string Method => nameof(WorkflowContext.SleepAsync);

    public readonly string? Name => name;

    public readonly void Validate()
    {
        if (duration < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "The duration of a sleep must not be negative.");
    }

    public void Claim()
    {
        // A sleep of zero is over at once and needs no record.
        if (duration == TimeSpan.Zero)
            return;

        var milliseconds = UnixTime.CeilingMilliseconds(duration);
        _key = timers.KeyOf(name, milliseconds);
        _readyAtMs = UnixTime.Add(timers.Recorded(_key) ?? timers.Record(_key, timers.NowMs), milliseconds);
    }

    public readonly Task<bool>? Replay() => _key is null ? Task.FromResult(true) : timers.Replay(_key);

    public readonly Task<bool> Open() => timers.Wait(_key!, _readyAtMs);
}

/// <summary>The call of a sleep until a time. The first run of the call fixes the time.</summary>
/// <param name="timers">The sleeps of the context.</param>
/// <param name="time">The time.</param>
/// <param name="name">The user's name of the sleep, or <see langword="null"/>.</param>
internal struct SleepUntilCall(Timers timers, DateTimeOffset time, string? name) : IDurableCall<bool>
{
    private string _key = "";
    private long _readyAtMs;

    public readonly string Method => nameof(WorkflowContext.SleepUntilAsync);

    public readonly string? Name => name;

    public readonly void Validate()
    {
    }

    public void Claim()
    {
        _key = timers.KeyOf(name);
        _readyAtMs = timers.Recorded(_key) ?? timers.Record(_key, time.ToUnixTimeMilliseconds() + (time.Ticks % TimeSpan.TicksPerMillisecond > 0 ? 1 : 0));
    }

    public readonly Task<bool>? Replay() => timers.Replay(_key);

    public readonly Task<bool> Open() => timers.Wait(_key, _readyAtMs);
}

/// <summary>A sleep that has begun and has not come due yet.</summary>
internal sealed class SleepOperation(WorkflowSlice slice, string key, long readyAtMs) : OpenOperation<bool>(slice), IDurableWait
{
    public override string CompletionKey => key;

    public WaitKind Kind => WaitKind.Timer;

    public int Place { get; set; }

    public long? DueAtMs => readyAtMs;

    public void ComeDue() => Arrive();

    public Suspension Describe(long? timeoutMs) => new TimerSuspension(readyAtMs, key);

    protected override void Record() => Slice.Checkpoint.Record(DurableKey.Fired(key), RecordedValues.True);

    protected override void Deliver(TaskCompletionSource<bool> awaited) => awaited.SetResult(true);
}
