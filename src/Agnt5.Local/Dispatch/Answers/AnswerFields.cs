using System.Text.Json;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Dispatch.Answers;

/// <summary>The fields of an answer (protocol section 5), each of the right kind. Which of them belong together is not checked yet.</summary>
internal sealed class AnswerFields
{
    public string? Status { get; private set; }

    public string? Reason { get; private set; }

    public ReadOnlyMemory<byte> Output { get; private set; }

    public AnswerOutputRef? OutputRef { get; private set; }

    public AnswerCheckpoint Checkpoint { get; private set; }

    public IReadOnlyList<EmittedByEndpoint> Events { get; private set; } = [];

    public AnswerError? Error { get; private set; }

    public long? ReadyAtMs { get; private set; }

    public string? TimerKey { get; private set; }

    public string? SignalName { get; private set; }

    public string? WaitingStep { get; private set; }

    public long? PauseIndex { get; private set; }

    public string? StepName { get; private set; }

    public string? Question { get; private set; }

    public string? InputType { get; private set; }

    public string? Options { get; private set; }

    public bool AllowCustom { get; private set; }

    public bool Skippable { get; private set; }

    public string? StepEvents { get; private set; }

    public long? TimeoutMs { get; private set; }

    public long? WaitTimeoutMs { get; private set; }

    /// <summary>Reads the members of an answer, behind its opening bracket.</summary>
    /// <exception cref="MalformedAnswerException">One of them is of another kind.</exception>
    public void Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        while (AnswerValue.NextName(ref reader))
            ReadField(ref reader, answer);
    }

    private void ReadField(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        if (reader.ValueTextEquals("status"u8))
            Status = AnswerValue.Text(ref reader, "status");
        else if (reader.ValueTextEquals("output"u8))
            Output = AnswerValue.Json(ref reader, answer);
        else if (reader.ValueTextEquals("checkpoint"u8))
            Checkpoint = AnswerCheckpoint.Read(ref reader, answer);
        else if (reader.ValueTextEquals("events"u8))
            Events = AnswerEvents.Read(ref reader, answer);
        else if (reader.ValueTextEquals("reason"u8))
            Reason = AnswerValue.Name(ref reader, "reason");
        else if (reader.ValueTextEquals("error"u8))
            Error = AnswerError.Read(ref reader);
        else if (reader.ValueTextEquals("output_ref"u8))
            OutputRef = AnswerOutputRef.Read(ref reader);
        else
            ReadWait(ref reader, answer);
    }

    private void ReadWait(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        if (reader.ValueTextEquals("ready_at_ms"u8))
            ReadyAtMs = AnswerValue.Count(ref reader, "ready_at_ms");
        else if (reader.ValueTextEquals("timer_key"u8))
            TimerKey = AnswerValue.Text(ref reader, "timer_key");
        else if (reader.ValueTextEquals("signal_name"u8))
            SignalName = AnswerValue.Name(ref reader, "signal_name");
        else if (reader.ValueTextEquals("waiting_step"u8))
            WaitingStep = AnswerValue.Name(ref reader, "waiting_step");
        else if (reader.ValueTextEquals("timeout_ms"u8))
            TimeoutMs = AnswerValue.Count(ref reader, "timeout_ms");
        else if (reader.ValueTextEquals("wait_timeout_ms"u8))
            WaitTimeoutMs = AnswerValue.Count(ref reader, "wait_timeout_ms");
        else if (reader.ValueTextEquals("budget"u8))
            _ = AnswerValue.Object(ref reader, answer, "budget");
        else
            ReadQuestion(ref reader, answer);
    }

    private void ReadQuestion(ref Utf8JsonReader reader, ReadOnlyMemory<byte> answer)
    {
        if (reader.ValueTextEquals("pause_index"u8))
            PauseIndex = AnswerValue.Count(ref reader, "pause_index");
        else if (reader.ValueTextEquals("step_name"u8))
            StepName = AnswerValue.Name(ref reader, "step_name");
        else if (reader.ValueTextEquals("question"u8))
            Question = AnswerValue.Text(ref reader, "question");
        else if (reader.ValueTextEquals("input_type"u8))
            InputType = AnswerValue.Text(ref reader, "input_type");
        else if (reader.ValueTextEquals("options"u8))
            Options = AnswerValue.TextOf(AnswerOptions.Read(ref reader, answer));
        else if (reader.ValueTextEquals("allow_custom"u8))
            AllowCustom = AnswerValue.Flag(ref reader, "allow_custom");
        else if (reader.ValueTextEquals("skippable"u8))
            Skippable = AnswerValue.Flag(ref reader, "skippable");
        else if (reader.ValueTextEquals("step_events"u8))
            StepEvents = AnswerValue.TextOf(AnswerValue.Object(ref reader, answer, "step_events"));
        else
            AnswerValue.Skip(ref reader);
    }
}
