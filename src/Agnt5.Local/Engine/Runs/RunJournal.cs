using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Engine.Runs;

/// <summary>
/// The journal's events of a run, as the gateway shows them. Those of the component bear its type, such as <c>workflow.started</c>, and stand between those of the run. The endpoint's own events stand
/// among them as they came. Those of an agent's lifecycle are the endpoint's (<see cref="RunAgents"/>).
/// </summary>
/// <remarks>
/// <list type="table">
/// <item><term><c>run.notice</c></term><description>Something odd that changes nothing.</description></item>
/// <item><term><c>run.queued</c></term><description>The run stands in the line of a key.</description></item>
/// <item><term><c>run.started</c>, <c>{type}.started</c></term><description>With the first slice.</description></item>
/// <item><term><c>{type}.paused</c></term><description>A question has the metadata <c>pause_reason</c>; a sleep and a signal have their <c>reason</c> in the data.</description></item>
/// <item><term><c>{type}.resumed</c></term><description>What ended the pause: <c>timer</c>, <c>signal</c>, <c>user_input_required</c>, <c>timeout</c> or <c>wait_timeout</c>. A sleep that
/// somebody skipped has <c>skipped_ms</c>.</description></item>
/// <item><term><c>run.retry_scheduled</c></term><description>An attempt failed, and the next one has its time.</description></item>
/// <item><term><c>run.invoke_lost</c></term><description>A slice got no usable answer, and when it is sent again.</description></item>
/// <item><term><c>{type}.completed</c>, <c>run.completed</c></term><description>And likewise <c>failed</c> and <c>cancelled</c>.</description></item>
/// </list>
/// A signal that came before the run waited for it makes a pause and its end in one moment.
/// </remarks>
internal static class RunJournal
{
    public static void Notice(RunChange change, string message) =>
        change.Write("run.notice", JournalData.Write(message, static (json, message) => json.WriteString("message", message)));

    /// <summary>The run stands in the line of a key.</summary>
    public static void Queued(RunChange change, FlowKey key) => change.Write("run.queued", JournalData.Write(key, static (json, key) =>
    {
        json.WriteString("waits_for", FlowNames.Of(key.Kind));
        json.WriteString("scope", key.Scope);
        json.WriteRaw("key", key.Value);
    }));

    public static void Started(RunChange change)
    {
        var data = StartData(change.Spec);
        change.Write("run.started", data);
        OfComponent(change, "started", data);
    }

    public static ReadOnlyMemory<byte> StartData(RunSpec spec) => JournalData.Write(spec, static (json, spec) =>
    {
        json.WriteString("component_type", spec.ComponentType);
        json.WriteString("component_name", spec.ComponentName);
        json.WriteString("deployment_id", spec.DeploymentId);
    });

    public static void Paused(RunChange change, Pause pause) => change.Write($"{change.Spec.ComponentType}.paused", PauseData.Of(pause), PauseData.MetadataOf(pause));

    public static void ResumedByTime(RunChange change, string reason) =>
        Resumed(change, JournalData.Write(reason, static (json, reason) => json.WriteString("reason", reason)));

    /// <summary>Somebody ended a sleep before its time.</summary>
    /// <param name="change">The run.</param>
    /// <param name="leftMs">What was left of it, in ms.</param>
    public static void ResumedBySkip(RunChange change, long leftMs) => Resumed(change, JournalData.Write(leftMs, static (json, leftMs) =>
    {
        json.WriteString("reason", PauseReasons.Timer);
        json.WriteNumber("skipped_ms", leftMs);
    }));

    public static void ResumedByAnswer(RunChange change, GivenAnswer answer, Decision? decision) => Resumed(change, JournalData.Write((answer, decision), static (json, given) =>
    {
        var (answer, decision) = given;
        json.WriteString("reason", PauseReasons.Question);
        json.WriteNumber("pause_index", answer.PauseIndex!.Value);
        json.WriteString("user_response", answer.Response);
        if (decision is not null)
            json.WriteDecision(decision);
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
            OfComponent(change, how, data);
        change.Write($"run.{how}", data);
    }

    private static void OfComponent(RunChange change, string how, ReadOnlyMemory<byte> data)
    {
        var eventType = $"{change.Spec.ComponentType}.{how}";
        if (!RunAgents.LeavesToEndpoint(change, eventType))
            change.Write(eventType, data);
    }

    private static void Resumed(RunChange change, ReadOnlyMemory<byte> data) => change.Write($"{change.Spec.ComponentType}.resumed", data);
}
