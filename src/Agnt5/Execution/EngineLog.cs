using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>The engine's log messages about runs.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(
        100,
        LogLevel.Warning,
        "Run {RunId}: step '{Key}' is not in the checkpoint while recorded steps are unused ({Unused}). Renaming a step re-executes durable work.")]
    public static partial void StepNotInCheckpoint(ILogger logger, string runId, string key, string unused);

    [LoggerMessage(101, LogLevel.Warning, "Run {RunId}: step '{Key}' failed after the workflow had ended without waiting for it. A retry of the run runs the step again.")]
    public static partial void UnawaitedStepFailed(ILogger logger, Exception exception, string runId, string key);

    [LoggerMessage(102, LogLevel.Warning, "Run {RunId}: attempt {Attempt} of step '{Key}' failed; the next attempt starts in {Wait}")]
    public static partial void StepRetried(ILogger logger, Exception exception, string runId, string key, int attempt, TimeSpan wait);

    [LoggerMessage(103, LogLevel.Error, "A callback that a component registered on its CancellationToken failed at the deadline")]
    public static partial void CancellationCallbackFailed(ILogger logger, Exception exception);

    [LoggerMessage(104, LogLevel.Warning, "Run {RunId}: a listener to traces or metrics threw. The run goes on, and the listener misses this data.")]
    public static partial void TelemetryListenerFailed(ILogger logger, Exception exception, string runId);

    [LoggerMessage(130, LogLevel.Debug, "Run {RunId}: the filter refused event {EventName} ({EventId}), so the run ends here")]
    public static partial void TriggerFiltered(ILogger logger, string runId, string eventName, string eventId);

    [LoggerMessage(105, LogLevel.Error, "Tool {Name} failed (reference {Reference})")]
    public static partial void ToolFailed(ILogger logger, Exception exception, string name, string reference);

    [LoggerMessage(
        108,
        LogLevel.Warning,
        "Run {RunId} is not retried: it ended with the failure of step '{Key}', and its code had reacted to that with durable calls. A retry would run the step again.")]
    public static partial void FailureWasDecided(ILogger logger, string runId, string key);

    // Never with the answer's text, which may be private.
    [LoggerMessage(
        120,
        LogLevel.Warning,
        "Run {RunId}: an answer came for question {PauseIndex}, but nobody was shown the question in its present form. The answer does not count, and the question is asked.")]
    public static partial void AnswerToUnaskedQuestion(ILogger logger, string runId, int pauseIndex);

    [LoggerMessage(121, LogLevel.Warning, "Run {RunId}: question {PauseIndex} does not allow the answer that came. The answer does not count, and the question is asked again.")]
    public static partial void AnswerThatDoesNotFit(ILogger logger, string runId, int pauseIndex);

    [LoggerMessage(
        122,
        LogLevel.Warning,
        "Run {RunId}: the checkpoint has {Size} bytes, and the request that brings it back may have at most {Limit} "
            + "bytes (MaxRequestBodyBytes). The largest records, in bytes: {Largest}. Store large data elsewhere.")]
    public static partial void CheckpointIsLarge(ILogger logger, string runId, long size, long limit, string largest);
}
