using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>Which of several waits a response names: the first kind that there is (protocol section 6).</summary>
internal enum WaitKind
{
    Question,
    Signal,
    Timer,
}

/// <summary>Something that only time or the platform can satisfy.</summary>
internal interface IDurableWait
{
    WaitKind Kind { get; }

    /// <summary>When it comes due, in Unix ms: a timer's time or a timeout. <see langword="null"/> when it waits for as long as it takes.</summary>
    long? DueAtMs { get; }

    /// <summary>Its time has come.</summary>
    void ComeDue();

    /// <summary>The wait as the response names it.</summary>
    /// <param name="timeoutMs">Milliseconds until another wait comes due, where a question or signal is named.</param>
    Suspension Describe(long? timeoutMs);
}
