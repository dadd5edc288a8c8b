using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>The call of a sleep: for some time, counted from the first run of the call.</summary>
/// <param name="timers">The sleeps of the context.</param>
/// <param name="duration">How long.</param>
/// <param name="name">What the user called it.</param>
internal struct SleepCall(Timers timers, TimeSpan duration, string? name) : IDurableCall<bool>
{
    private string? _key;
    private long _readyAtMs;

    public readonly string Method => nameof(WorkflowContext.SleepAsync);

    public readonly string? Name => name;

    public readonly void Validate()
    {
        if (duration < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A sleep cannot be shorter than nothing.");
    }

    public void Claim()
    {
        // A sleep of no time is over, and nothing has to be known of it.
        if (duration == TimeSpan.Zero)
            return;

        var milliseconds = UnixTime.CeilingMilliseconds(duration);
        _key = timers.KeyOf(name, milliseconds);
        _readyAtMs = UnixTime.Add(timers.Recorded(_key) ?? timers.Record(_key, timers.NowMs), milliseconds);
    }

    public readonly Task<bool>? Replay() => _key is null ? Task.FromResult(true) : timers.Replay(_key);

    public readonly Task<bool> Open() => timers.Wait(_key!, _readyAtMs);
}

/// <summary>The call of a sleep until a time, which is the one that the first run of the call named.</summary>
/// <param name="timers">The sleeps of the context.</param>
/// <param name="time">The time.</param>
/// <param name="name">What the user called it.</param>
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

/// <summary>A sleep that has begun and was not seen due yet.</summary>
internal sealed class SleepOperation(WorkflowSlice slice, string key, long readyAtMs) : OpenOperation<bool>(slice), IDurableWait
{
    public override string CompletionKey => key;

    public WaitKind Kind => WaitKind.Timer;

    public long? DueAtMs => readyAtMs;

    public void ComeDue() => Arrive();

    public Suspension Describe(long? timeoutMs) => new TimerSuspension(readyAtMs, key);

    protected override void Record() => Slice.Checkpoint.Record(DurableKey.Fired(key), RecordedValues.True);

    protected override void Deliver(TaskCompletionSource<bool> awaited) => awaited.SetResult(true);
}
