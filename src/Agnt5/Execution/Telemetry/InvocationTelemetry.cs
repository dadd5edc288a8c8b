using System.Diagnostics;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution.Telemetry;

/// <summary>The traces and metrics of one slice. Listeners are foreign code: a listener that throws misses this data, and nothing else happens.</summary>
internal sealed class InvocationTelemetry : IDisposable
{
    private readonly Invocation _invocation;
    private readonly long _startedAt;
    private Activity? _span;
    private (string? Code, Exception? Cause)? _failure;
    private bool _hasEnded;

    private InvocationTelemetry(Invocation invocation)
    {
        _invocation = invocation;
        _startedAt = invocation.Time.GetTimestamp();
    }

    /// <summary>The run's id as spans have it. The caller chose it, and some loggers repeat the tags of the current span on each line.</summary>
    public string RunId => _invocation.LoggedRunId;

    public string Component => _invocation.Component.Name;

    public TimeProvider Time => _invocation.Time;

    public bool CallerHasLeft => _invocation.Cancellation.CallerHasLeft;

    /// <summary>The tags of every measurement.</summary>
    public TagList Tags => new() { { TagNames.Component, Component }, { TagNames.ComponentType, TypeName } };

    private string TypeName => _invocation.Component.Type.ToWireName();

    /// <summary>Begins a slice. Its span is the current activity of the calling method from here on. Returns <see langword="null"/> when nobody listens.</summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="fetchedInputBytes">The length of the input that was fetched by reference, or <see langword="null"/>.</param>
    public static InvocationTelemetry? Begin(Invocation invocation, long? fetchedInputBytes)
    {
        if (!Spans.Source.HasListeners() && !Instruments.AnyoneListens)
            return null;

        var telemetry = new InvocationTelemetry(invocation);
        telemetry.Begin(fetchedInputBytes);
        return telemetry;
    }

    /// <summary>Measures an uploaded output.</summary>
    public void Upload(long bytes) => Tell(() => MeasurePayload("output_ref", bytes));

    /// <summary>Notes how the slice fails.</summary>
    public void Fail(string? code, Exception? cause) => _failure = (code, cause);

    /// <summary>Ends a slice that has a response.</summary>
    public void End(Suspension? suspension, long responseBytes)
    {
        Tell(() => MeasurePayload("response", responseBytes));
        End(suspension);
    }

    /// <summary>Ends a slice without a response, because the endpoint itself failed.</summary>
    public void Dispose()
    {
        if (_hasEnded)
            return;
        _failure ??= default((string?, Exception?));
        End(suspension: null);
    }

    public StepTelemetry BeginStep(StepSpan span, StepAttempt attempt) => new(this, span, attempt);

    public void CountReplayedStep() => Tell(() => Instruments.StepsReplayed.Add(1, Tags));

    /// <summary>Starts a span. Without a span, the current activity stays the same.</summary>
    public Activity? Start(Func<Activity?> start)
    {
        var current = Activity.Current;
        Activity? span = null;
        Tell(() => span = start());
        if (span is null)
            Activity.Current = current;
        return span;
    }

    public void Tell(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception exception)
        {
            EngineLog.TelemetryListenerFailed(_invocation.Logger, exception, _invocation.LoggedRunId);
        }
    }

    private void Begin(long? fetchedInputBytes)
    {
        _span = Start(StartSpan);
        Tell(() => MeasurePayload("request", _invocation.RequestBytes));
        if (fetchedInputBytes is { } fetched)
            Tell(() => MeasurePayload("input_ref", fetched));
    }

    private Activity? StartSpan()
    {
        if (!Spans.Source.HasListeners())
            return null;

        var origin = TraceOrigin.Find(_invocation.Metadata, Activity.Current);
        // Set even when null: otherwise a root span would become a child of the current activity.
        Activity.Current = origin.LocalParent;
        var (name, tags) = _invocation.Body?.DescribeSpan(_invocation.Component) ?? ($"{TypeName} {Component}", []);
        return Spans.Source.StartActivity(
            name,
            origin.LocalParent is null ? ActivityKind.Server : ActivityKind.Internal,
            origin.RemoteParent,
            [
                new(TagNames.RunId, RunId), new(TagNames.Component, Component), new(TagNames.ComponentType, TypeName), new(TagNames.Attempt, _invocation.Attempt),
                .. tags,
            ],
            origin.Link is { } link ? [new ActivityLink(link.Context)] : null);
    }

    private void End(Suspension? suspension)
    {
        _hasEnded = true;
        var outcome = _failure is not null ? OutcomeNames.Failed : suspension is not null ? OutcomeNames.Suspended : OutcomeNames.Completed;
        Tell(() => Measure(outcome, suspension));
        Tell(() => EndSpan(outcome, suspension));
    }

    private void Measure(string outcome, Suspension? suspension)
    {
        var tags = Tags;
        tags.Add(TagNames.Outcome, outcome);
        Instruments.Invocations.Add(1, tags);
        Instruments.InvocationDuration.Record(Time.GetElapsedTime(_startedAt).TotalSeconds, tags);
        if (outcome != OutcomeNames.Suspended)
            return;

        var reasonTags = Tags;
        reasonTags.Add(TagNames.SuspensionReason, BoundedReason(suspension!));
        Instruments.Suspensions.Add(1, reasonTags);
    }

    private void MeasurePayload(string direction, long bytes)
    {
        var tags = Tags;
        tags.Add(TagNames.PayloadDirection, direction);
        Instruments.PayloadSize.Record(bytes, tags);
    }

    // A workflow may give a yield any text, and each text would become a time series.
    private static string BoundedReason(Suspension suspension) =>
        suspension is BudgetSuspension { Reason: not BudgetSuspension.DefaultReason } ? "other" : suspension.Reason;

    private void EndSpan(string outcome, Suspension? suspension)
    {
        if (_span is { IsAllDataRequested: true } span)
        {
            span.SetTag(TagNames.Outcome, outcome);
            if (outcome == OutcomeNames.Suspended)
                span.SetTag(TagNames.SuspensionReason, CallerText.Shorten(suspension!.Reason));
            if (_failure is { } failure)
                DescribeFailure(span, failure.Code, failure.Cause);
        }

        _span?.Dispose();
    }

    private static void DescribeFailure(Activity span, string? code, Exception? cause)
    {
        span.SetTag(TagNames.ErrorCode, code);
        var errorType = cause is StepFailedException step ? step.ErrorType : cause?.GetType().FullName;
        span.SetFailed(errorType ?? code ?? "_OTHER", code);
        // The problems of an input may quote the input.
        if (cause is not (null or InputInvalidException))
            span.Record(cause);
    }
}
