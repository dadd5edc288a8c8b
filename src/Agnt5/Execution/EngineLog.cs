using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>What the engine tells the operator about a run.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(
        100,
        LogLevel.Warning,
        "Run {RunId}: step '{Key}' is not in the checkpoint while recorded steps are unused ({Unused}). Renaming a step re-executes durable work.")]
    public static partial void StepNotInCheckpoint(ILogger logger, string runId, string key, string unused);

    [LoggerMessage(101, LogLevel.Warning, "Run {RunId}: step '{Key}' failed after the workflow had ended without waiting for it. A retry of the run runs the step again.")]
    public static partial void UnawaitedStepFailed(ILogger logger, Exception exception, string runId, string key);

    [LoggerMessage(102, LogLevel.Warning, "Run {RunId}: attempt {Attempt} of step '{Key}' failed; it is tried again in {Wait}")]
    public static partial void StepRetried(ILogger logger, Exception exception, string runId, string key, int attempt, TimeSpan wait);

    [LoggerMessage(103, LogLevel.Error, "A callback that a component registered on its CancellationToken failed at the deadline")]
    public static partial void CancellationCallbackFailed(ILogger logger, Exception exception);

    [LoggerMessage(104, LogLevel.Warning, "Run {RunId}: a listener to traces or metrics threw. The run goes on without what it was told.")]
    public static partial void TelemetryListenerFailed(ILogger logger, Exception exception, string runId);

    [LoggerMessage(130, LogLevel.Debug, "Run {RunId}: the filter refused event {EventName} ({EventId}), so the run ends here")]
    public static partial void TriggerFiltered(ILogger logger, string runId, string eventName, string eventId);

    [LoggerMessage(105, LogLevel.Error, "Tool {Name} failed")]
    public static partial void ToolFailed(ILogger logger, Exception exception, string name);

    [LoggerMessage(
        108,
        LogLevel.Warning,
        "Run {RunId} is not retried: it ended with the failure of step '{Key}', to which its code had answered with further durable calls. A retry of the step would stand beside them.")]
    public static partial void FailureWasDecided(ILogger logger, string runId, string key);

    // Never with the answer's text: people answer with what is their own.
    [LoggerMessage(120, LogLevel.Warning, "Run {RunId}: an answer came for question {PauseIndex}, which nobody was asked as it is asked now. It does not count, and the question is asked.")]
    public static partial void AnswerToUnaskedQuestion(ILogger logger, string runId, int pauseIndex);

    [LoggerMessage(121, LogLevel.Warning, "Run {RunId}: the answer to question {PauseIndex} is none that the question allows. It does not count, and the question is asked again.")]
    public static partial void AnswerThatDoesNotFit(ILogger logger, string runId, int pauseIndex);

    [LoggerMessage(
        122,
        LogLevel.Warning,
        "Run {RunId}: the checkpoint has {Size} bytes, and a request that brings it back may have {Limit} "
            + "in all (MaxRequestBodyBytes). The largest records, in bytes: {Largest}. Store large data elsewhere.")]
    public static partial void CheckpointIsLarge(ILogger logger, string runId, long size, long limit, string largest);
}
