namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4001: the members that read a clock.</summary>
internal static class Clocks
{
    public static readonly ForbiddenApi[] Apis =
    [
        new(Rules.Clock, "System", "DateTime", "Now", "UtcNow", "Today"),
        new(Rules.Clock, "System", "DateTimeOffset", "Now", "UtcNow"),
        new(Rules.Clock, "System", "Environment", "TickCount", "TickCount64"),
        new(Rules.Clock, "System", "TimeProvider", "GetUtcNow", "GetLocalNow", "GetTimestamp", "GetElapsedTime"),
        new(Rules.Clock, "System.Diagnostics", "Stopwatch", ".ctor", "StartNew", "GetTimestamp", "GetElapsedTime"),
        new(Rules.Clock, "NodaTime", "IClock", "GetCurrentInstant"),
    ];
}
