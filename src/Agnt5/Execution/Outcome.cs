using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>How one slice ended.</summary>
internal readonly record struct Outcome
{
    /// <summary>The exception that the component threw, or <see langword="null"/>.</summary>
    public Exception? Exception { get; private init; }

    /// <summary>Whether retrying cannot help, whatever the exception is.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether retrying can help only with the records of this slice.</summary>
    public bool NeedsRecords { get; init; }

    /// <summary>The wait of the run, or <see langword="null"/>.</summary>
    public Suspension? Suspension { get; private init; }

    /// <summary>Work that was given up and still runs, or <see langword="null"/>. Its services must live until it ends.</summary>
    public Task? Lingering { get; init; }

    /// <summary>The place where code blocked the workflow's thread past the deadline, such as "after StepAsync 'charge'"; <see langword="null"/> when it did not.</summary>
    public string? BlockedAfter { get; init; }

    public bool IsCompleted => Exception is null && Suspension is null;

    public static Outcome Completed => default;

    public static Outcome Failed(Exception exception) => new() { Exception = exception };

    public static Outcome Suspended(Suspension suspension) => new() { Suspension = suspension };
}
