namespace Agnt5.Lambda.Runtime;

/// <summary>One event, and what the runtime API says beside it.</summary>
internal sealed class Invocation
{
    /// <summary>The greatest number of milliseconds that is a time of .NET's.</summary>
    public const long LatestDeadlineMs = 253_402_300_799_999;

    public required string RequestId { get; init; }

    /// <summary>When AWS ends the function, answered or not.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The trace header of X-Ray.</summary>
    public string? TraceHeader { get; init; }

    public required byte[] Event { get; init; }
}
