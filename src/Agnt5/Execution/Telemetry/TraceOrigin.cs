using System.Diagnostics;

namespace Agnt5.Execution.Telemetry;

/// <summary>Where a slice stands in a trace: the run's trace from the metadata when there is one, else the web server's, else none.</summary>
/// <param name="LocalParent">The activity of this process that the slice is a part of.</param>
/// <param name="RemoteParent">The span of another process that the slice continues, or the default.</param>
/// <param name="Link">The activity of the web server, where that is in another trace.</param>
internal readonly record struct TraceOrigin(Activity? LocalParent, ActivityContext RemoteParent, Activity? Link)
{
    // What W3C asks every participant to carry; more may be dropped.
    private const int LongestTraceState = 512;

    // version-trace-parent-flags of version 00. Later ones may append fields, and begin as it does.
    private const int TraceParentLength = 55;

    public static TraceOrigin Find(IReadOnlyDictionary<string, string> metadata, Activity? current)
    {
        var host = current;
        // Without a source it was made for log scopes or headers, and no exporter ever sees it: as a parent it would be missing, and nothing below it would be sampled.
        while (host is { Source.Name: "", Parent: { } outer })
            host = outer;
        var traced = host is { Source.Name: not "" } ? host : null;

        if (TryReadRun(metadata, out var run) && traced?.TraceId != run.TraceId)
            return new TraceOrigin(null, run, traced);
        return traced is null ? new TraceOrigin(null, RemoteParentOf(host), null) : new TraceOrigin(traced, default, null);
    }

    private static bool TryReadRun(IReadOnlyDictionary<string, string> metadata, out ActivityContext run)
    {
        run = default;
        return metadata.TryGetValue("traceparent", out var parent) && ActivityContext.TryParse(AsFarAsKnown(parent), TraceStateOf(metadata), isRemote: true, out run);
    }

    // Whoever adds fields announces them by a later version, and a later version is read as far as this one goes (W3C Trace Context, "Versioning of traceparent").
    private static string AsFarAsKnown(string parent) =>
        parent.Length > TraceParentLength && parent[TraceParentLength] == '-' && !parent.StartsWith("00", StringComparison.Ordinal) ? parent[..TraceParentLength] : parent;

    // It goes out again with the requests that a component sends, where anything but plain text would make them fail.
    private static string? TraceStateOf(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue("tracestate", out var state) && state.Length <= LongestTraceState && !state.AsSpan().ContainsAnyExceptInRange(' ', '~') ? state : null;

    private static ActivityContext RemoteParentOf(Activity? host) =>
        host is null || host.ParentSpanId == default
            ? default
            : new ActivityContext(host.TraceId, host.ParentSpanId, host.ActivityTraceFlags, host.TraceStateString, isRemote: true);
}
