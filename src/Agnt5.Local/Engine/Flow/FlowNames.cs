namespace Agnt5.Local.Engine.Flow;

/// <summary>The policies' names on the wire (protocol section 9).</summary>
internal static class FlowNames
{
    public static string Of(FlowKind kind) => kind switch
    {
        FlowKind.Debounce => "debounce",
        FlowKind.RateLimit => "rate_limit",
        FlowKind.Throttle => "throttle",
        FlowKind.Singleton => "singleton",
        FlowKind.MaxConcurrency => "max_concurrency",
        FlowKind.Concurrency => "concurrency",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such policy."),
    };
}
