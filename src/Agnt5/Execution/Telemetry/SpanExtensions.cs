using System.Diagnostics;

namespace Agnt5.Execution.Telemetry;

/// <summary>Marks spans as failed, as OpenTelemetry's conventions say.</summary>
internal static class SpanExtensions
{
    /// <param name="span">The span.</param>
    /// <param name="errorType">The type of the failure.</param>
    /// <param name="description">A short text for the status.</param>
    public static void SetFailed(this Activity span, string errorType, string? description)
    {
        span.SetTag(TagNames.ErrorType, errorType);
        span.SetStatus(ActivityStatusCode.Error, description);
    }

    /// <summary>Adds the event <c>exception</c>.</summary>
    public static void Record(this Activity span, Exception exception)
    {
        try
        {
            span.AddException(exception);
        }
        catch (Exception)
        {
            // The text of an exception comes from user code, which may throw.
            span.AddEvent(new ActivityEvent("exception", tags: new ActivityTagsCollection { ["exception.type"] = exception.GetType().FullName }));
        }
    }
}
