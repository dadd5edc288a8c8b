using Agnt5.Primitives;

namespace Agnt5.Protocol;

/// <summary>The time that a slice may take (protocol section 6).</summary>
internal sealed class Budget
{
    private const double DefaultYieldBeforeMs = 1000;

    // A timer can hold a little under 50 days, and the wait for a call that the deadline cuts off is a moment longer.
    private const double LongestTimerMs = 49.0 * 24 * 60 * 60 * 1000;

    // Without a deadline a request should still not be held open for long.
    private static readonly TimeSpan LongestWaitWithoutDeadline = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private readonly double _yieldBeforeMs;

    /// <param name="deadlineMs">When the host cuts the slice off, in Unix ms; <see langword="null"/>, 0 or no finite number for never.</param>
    /// <param name="yieldBeforeMs">How long before the deadline a slice should yield, in ms; <see langword="null"/> for the default.</param>
    /// <param name="time">The clock.</param>
    public Budget(double? deadlineMs, double? yieldBeforeMs, TimeProvider time)
    {
        _time = time;
        DeadlineMs = deadlineMs is { } deadline and not 0 && double.IsFinite(deadline) ? deadline : null;
        _yieldBeforeMs = yieldBeforeMs ?? DefaultYieldBeforeMs;
    }

    /// <summary>The budget of a request: of the deadlines that its body and its host give, the earlier counts.</summary>
    /// <param name="envelope">What the body says.</param>
    /// <param name="hostDeadline">When the host ends the request; <see langword="null"/> for never.</param>
    /// <param name="time">The time.</param>
    public static Budget Of(Envelope envelope, DateTimeOffset? hostDeadline, TimeProvider time)
    {
        var ofRequest = new Budget(envelope.DeadlineMs, envelope.YieldBeforeMs, time);
        return hostDeadline?.ToUnixTimeMilliseconds() is { } hostMs && !(ofRequest.DeadlineMs <= hostMs) ? new Budget(hostMs, envelope.YieldBeforeMs, time) : ofRequest;
    }

    /// <summary>A budget without a deadline.</summary>
    public static Budget Unlimited(TimeProvider time) => new(deadlineMs: null, yieldBeforeMs: null, time);

    /// <summary>The deadline as the request or its host says it, in Unix ms, or <see langword="null"/> when there is none.</summary>
    public double? DeadlineMs { get; }

    public DateTimeOffset? Deadline => DeadlineMs is { } deadline ? UnixTime.ToDateTimeOffset(deadline) : null;

    /// <summary>Whether a yield point should suspend now.</summary>
    public bool IsNearlySpent => DeadlineMs is { } deadline && NowMs + _yieldBeforeMs >= deadline;

    /// <summary>Whether a retry may wait that long inside this slice, instead of with a timer of the platform.</summary>
    public bool Fits(TimeSpan wait) => DeadlineMs is { } deadline
        ? wait.TotalMilliseconds < LongestTimerMs && NowMs + wait.TotalMilliseconds + _yieldBeforeMs < deadline
        : wait <= LongestWaitWithoutDeadline;

    /// <summary>The time until the deadline, or <see langword="null"/> when nothing will cut the slice off: there is no deadline, it has passed, or it is beyond any timer.</summary>
    public TimeSpan? Remaining => DeadlineMs - NowMs is { } left and > 0 and < LongestTimerMs ? TimeSpan.FromMilliseconds(left) : null;

    private double NowMs => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
