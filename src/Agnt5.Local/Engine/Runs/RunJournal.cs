using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Engine.Runs;

/// <summary>
/// The journal's events of a run, as the gateway shows them. Those of the component bear its type, such as <c>workflow.started</c>, and stand between those of the run. The endpoint's own events stand
/// among them as they came.
/// </summary>
internal static class RunJournal
{
    public static void Notice(RunChange change, string message) =>
        change.Write("run.notice", JournalData.Write(message, static (json, message) => json.WriteString("message", message)));

    /// <summary>The run stands in the line of a key.</summary>
    public static void Queued(RunChange change, FlowKey key) => change.Write("run.queued", JournalData.Write(key, static (json, key) =>
    {
        json.WriteString("waits_for", key.Kind switch
        {
            FlowKind.Debounce => "debounce",
            FlowKind.RateLimit => "rate_limit",
            FlowKind.Throttle => "throttle",
            FlowKind.Singleton => "singleton",
            FlowKind.MaxConcurrency => "max_concurrency",
            _ => "concurrency",
        });
        json.WriteString("scope", key.Scope);
        json.WriteRaw("key", key.Value);
    }));

    public static void Started(RunChange change)
    {
        var data = JournalData.Write(change.Spec, static (json, spec) =>
        {
            json.WriteString("component_type", spec.ComponentType);
            json.WriteString("component_name", spec.ComponentName);
            json.WriteString("deployment_id", spec.DeploymentId);
        });
        change.Write("run.started", data);
        change.Write($"{change.Spec.ComponentType}.started", data);
    }

    public static void Paused(RunChange change, Pause pause) => change.Write($"{change.Spec.ComponentType}.paused", PauseData.Of(pause), PauseData.MetadataOf(pause));

    public static void ResumedByTime(RunChange change, string reason) =>
        Resumed(change, JournalData.Write(reason, static (json, reason) => json.WriteString("reason", reason)));

    public static void ResumedByAnswer(RunChange change, GivenAnswer answer) => Resumed(change, JournalData.Write(answer, static (json, answer) =>
    {
        json.WriteString("reason", PauseReasons.Question);
        json.WriteNumber("pause_index", answer.PauseIndex!.Value);
        json.WriteString("user_response", answer.Response);
    }));

    public static void ResumedBySignal(RunChange change, GivenSignal signal) => Resumed(change, JournalData.Write(signal, static (json, signal) =>
    {
        json.WriteString("reason", PauseReasons.Signal);
        json.WriteString("signal_id", signal.SignalId);
        json.WriteString("signal_name", signal.Name);
        json.WriteString("waiting_step", signal.WaitingStep);
        json.WriteRaw("signal_payload", signal.Payload);
    }));

    public static void RetryScheduled(RunChange change, FailedAnswer failed, long retryAtMs) =>
        change.Write("run.retry_scheduled", JournalData.Write((change.Run, failed, retryAtMs), static (json, retry) =>
        {
            json.WriteNumber("attempt", retry.Run.Attempt);
            json.WriteNumber("max_attempts", retry.Run.Spec.Retries.MaxAttempts);
            json.WriteNumber("retry_at_ms", retry.retryAtMs);
            json.WriteError(retry.failed.Code, retry.failed.Message);
        }));

    /// <param name="change">The run.</param>
    /// <param name="code">The loss's code.</param>
    /// <param name="message">Its message.</param>
    /// <param name="sentAgainAtMs">When the slice is sent again, or <see langword="null"/> when the run fails of it.</param>
    public static void InvokeLost(RunChange change, string code, string message, long? sentAgainAtMs) =>
        change.Write("run.invoke_lost", JournalData.Write((change.Run.Slice, code, message, sentAgainAtMs), static (json, lost) =>
        {
            json.WriteNumber("slice", lost.Slice);
            if (lost.sentAgainAtMs is { } againMs)
                json.WriteNumber("sent_again_at_ms", againMs);
            json.WriteError(lost.code, lost.message);
        }));

    /// <summary>The end. A run that was never sent to its endpoint has no event of its component.</summary>
    public static void Ended(RunChange change, RunPhase phase, RunOutcome outcome)
    {
        var data = JournalData.Write((phase, outcome), static (json, end) =>
        {
            if (end.phase != RunPhase.Completed)
                json.WriteError(end.outcome.ErrorCode!, end.outcome.ErrorMessage!);
            else if (end.outcome.OutputRef is { } reference)
                json.WriteString("output_ref", reference);
            else if (!end.outcome.Output.IsEmpty)
                json.WriteRaw("output", end.outcome.Output);
        });
        var how = RunStatus.Of(phase);
        if (change.Run.StartedAtMs is not null)
            change.Write($"{change.Spec.ComponentType}.{how}", data);
        change.Write($"run.{how}", data);
    }

    private static void Resumed(RunChange change, ReadOnlyMemory<byte> data) => change.Write($"{change.Spec.ComponentType}.resumed", data);
}
