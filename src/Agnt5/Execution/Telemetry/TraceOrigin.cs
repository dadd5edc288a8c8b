using System.Diagnostics;

namespace Agnt5.Execution.Telemetry;

/// <summary>The place of a slice in a trace: in the run's trace from the metadata, else in the web server's trace, else in none.</summary>
/// <param name="LocalParent">The parent activity in this process.</param>
/// <param name="RemoteParent">The parent span in another process, or the default.</param>
/// <param name="Link">The activity of the web server, if it is in another trace.</param>
internal readonly record struct TraceOrigin(Activity? LocalParent, ActivityContext RemoteParent, Activity? Link)
{
    // W3C asks every participant to carry this many characters. More may be dropped.
    private const int LongestTraceState = 512;

    // The length of version-trace-parent-flags in version 00. Later versions begin in the same way and may append fields.
    private const int TraceParentLength = 55;

    public static TraceOrigin Find(IReadOnlyDictionary<string, string> metadata, Activity? current)
    {
        var host = current;
        // An activity without a source exists for log scopes or headers, and no exporter ever sees it. As a parent it would be missing from the trace, and nothing below it would be sampled.
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

    // Only a later version may add fields. Of a later version, the fields of version 00 are read (W3C Trace Context, "Versioning of traceparent").
    private static string AsFarAsKnown(string parent) =>
        parent.Length > TraceParentLength && parent[TraceParentLength] == '-' && !parent.StartsWith("00", StringComparison.Ordinal) ? parent[..TraceParentLength] : parent;

    // The component's own requests send it on, and anything but plain text would make them fail.
    private static string? TraceStateOf(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue("tracestate", out var state) && state.Length <= LongestTraceState && !state.AsSpan().ContainsAnyExceptInRange(' ', '~') ? state : null;

    private static ActivityContext RemoteParentOf(Activity? host) =>
        host is null || host.ParentSpanId == default
            ? default
            : new ActivityContext(host.TraceId, host.ParentSpanId, host.ActivityTraceFlags, host.TraceStateString, isRemote: true);
}
