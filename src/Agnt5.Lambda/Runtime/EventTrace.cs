using System.Diagnostics;
using Agnt5.Lambda.Events;

namespace Agnt5.Lambda.Runtime;

/// <summary>Gives a request the trace that it belongs to: its own, else that of X-Ray.</summary>
internal static class EventTrace
{
    private const string TraceParent = "traceparent";

    /// <param name="request">The request, which gets a <c>traceparent</c> if it has none.</param>
    /// <param name="xray">X-Ray's header of the event.</param>
    /// <returns>The current activity while the request is answered, or <see langword="null"/> where there is no trace.</returns>
    public static Activity? Continue(InMemoryRequest request, string? xray)
    {
        if (request.Header(TraceParent) is null && xray is not null && TraceHeader.ToTraceParent(xray) is { } translated)
            request.Headers[TraceParent] = translated;
        if (!ActivityContext.TryParse(request.Header(TraceParent), request.Header("tracestate"), isRemote: true, out var parent))
            return null;
        // It has no source, so no exporter sees it. The endpoint's own activities become children of its parent.
        return new Activity("AWS Lambda event") { TraceStateString = parent.TraceState }.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags).Start();
    }
}
