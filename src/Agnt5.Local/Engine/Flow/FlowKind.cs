namespace Agnt5.Local.Engine.Flow;

/// <summary>
/// The policies that a run must get past, in the order in which a run asks for them. Every run asks in this order, and at most one kind, the last, is shared by different components. So no two runs
/// can wait for each other.
/// </summary>
internal enum FlowKind
{
    /// <summary>Only the latest run within a time starts.</summary>
    Debounce,

    /// <summary>At most so many runs are accepted within a time. More are refused.</summary>
    RateLimit,

    /// <summary>At most so many runs start within a time. More wait.</summary>
    Throttle,

    /// <summary>One run at a time, from its start to its end, pauses included.</summary>
    Singleton,

    /// <summary>The component's <c>max_concurrency</c>: at most so many run at once. A paused run does not count.</summary>
    MaxConcurrency,

    /// <summary>At most so many run at once. A paused run does not count.</summary>
    Concurrency,
}
