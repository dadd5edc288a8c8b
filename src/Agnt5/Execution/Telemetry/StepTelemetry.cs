using System.Diagnostics;
using Agnt5.Primitives;

namespace Agnt5.Execution.Telemetry;

/// <summary>The traces and metrics of one attempt of a step.</summary>
internal sealed class StepTelemetry
{
    private readonly InvocationTelemetry _slice;
    private readonly long _startedAt;
    private readonly Activity? _span;
    private bool _hasEnded;

    /// <summary>Begins an attempt. Its span is the current activity of the calling method from here on.</summary>
    public StepTelemetry(InvocationTelemetry slice, StepSpan span, StepAttempt attempt)
    {
        _slice = slice;
        _startedAt = slice.Time.GetTimestamp();
        _span = slice.Start(() => StartSpan(span, attempt));
    }

    /// <summary>Ends a failed attempt that another attempt follows.</summary>
    public void Retry(Exception failure) => End(OutcomeNames.Retried, failure);

    /// <summary>Ends an attempt that was given up. It may still run.</summary>
    public void Cut() => End(OutcomeNames.Cut, failure: null);

    /// <summary>Ends the last attempt in this slice.</summary>
    /// <param name="failure">The exception that the attempt threw, or <see langword="null"/>.</param>
    /// <param name="wasCut">Whether the deadline ended it.</param>
    public void End(Exception? failure, bool wasCut)
    {
        if (wasCut || (failure is OperationCanceledException && _slice.CallerHasLeft))
            Cut();
        else
            End(failure is null ? OutcomeNames.Completed : OutcomeNames.Failed, failure);
    }

    private Activity? StartSpan(StepSpan span, StepAttempt attempt) => Spans.Source.HasListeners()
        ? Spans.Source.StartActivity(
            span.SpanName,
            span.Kind,
            default(ActivityContext),
            [
                new(TagNames.RunId, _slice.RunId), new(TagNames.Component, _slice.Component), new(TagNames.Step, CallerText.Shorten(attempt.Key)), new(TagNames.StepAttempt, attempt.Number),
                .. span.Own?.Tags ?? [],
            ])
        : null;

    // The first end counts: an attempt that was given up ends once more when its body ends.
    private void End(string outcome, Exception? failure)
    {
        if (Interlocked.Exchange(ref _hasEnded, true))
            return;

        _slice.Tell(() => Measure(outcome));
        _slice.Tell(() => EndSpan(outcome, failure));
    }

    private void Measure(string outcome)
    {
        var tags = _slice.Tags;
        tags.Add(TagNames.Outcome, outcome);
        Instruments.StepsExecuted.Add(1, tags);
        Instruments.StepDuration.Record(_slice.Time.GetElapsedTime(_startedAt).TotalSeconds, tags);
    }

    private void EndSpan(string outcome, Exception? failure)
    {
        if (_span is { IsAllDataRequested: true } span)
        {
            span.SetTag(TagNames.Outcome, outcome);
            if (failure is not null)
            {
                span.SetFailed(failure.GetType().FullName!, description: null);
                span.Record(failure);
            }
        }

        _span?.Dispose();
    }
}
