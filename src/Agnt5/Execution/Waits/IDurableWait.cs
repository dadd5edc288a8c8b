using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>The kinds of waits. Of several waits, a response names one of the first kind (protocol section 6).</summary>
internal enum WaitKind
{
    Question,
    Signal,
    Timer,
}

/// <summary>A wait that only time or the platform can end.</summary>
internal interface IDurableWait
{
    WaitKind Kind { get; }

    /// <summary>The wait's place among the open waits. It belongs to <see cref="PendingWaits"/>.</summary>
    int Place { get; set; }

    /// <summary>When the wait comes due, in Unix ms: a timer's time or a timeout. <see langword="null"/> when it has no limit.</summary>
    long? DueAtMs { get; }

    /// <summary>Called when the wait's time has come.</summary>
    void ComeDue();

    /// <summary>The wait as the response names it.</summary>
    /// <param name="timeoutMs">Milliseconds until another wait comes due, if the response names a question or signal.</param>
    Suspension Describe(long? timeoutMs);
}
