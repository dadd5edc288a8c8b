using System.Text.Json;

namespace Agnt5.Protocol;

/// <summary>A wait of a suspended run, in the form of the response (protocol section 5).</summary>
internal abstract record Suspension(string Reason)
{
    /// <summary>Whether a reason says which wait it is, so that no workflow may yield with it.</summary>
    public static bool NamesAWait(string reason) => reason is TimerSuspension.WaitReason or SignalSuspension.WaitReason or QuestionSuspension.WaitReason;

    /// <summary>Writes the fields of the reason.</summary>
    public abstract void WriteTo(Utf8JsonWriter writer);

    /// <summary>Writes when another wait wakes the run. Only this SDK sends the field.</summary>
    private protected static void WriteTimeout(Utf8JsonWriter writer, long? timeoutMs)
    {
        if (timeoutMs is { } milliseconds)
            writer.WriteNumber("timeout_ms"u8, milliseconds);
    }

    /// <summary>Writes when the named wait itself times out. AGNT5 then fails the run.</summary>
    private protected static void WriteWaitTimeout(Utf8JsonWriter writer, long? waitTimeoutMs)
    {
        if (waitTimeoutMs is { } milliseconds)
            writer.WriteNumber("wait_timeout_ms"u8, milliseconds);
    }
}

/// <summary>The suspension of a slice whose time is up, or of a workflow that yielded.</summary>
/// <param name="Reason"><c>budget</c>, or the workflow's own text.</param>
/// <param name="DeadlineMs">The deadline as the request or its host gave it.</param>
internal sealed record BudgetSuspension(string Reason, double DeadlineMs) : Suspension(Reason)
{
    public const string DefaultReason = "budget";

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("budget"u8);
        if (double.IsInteger(DeadlineMs) && Math.Abs(DeadlineMs) < long.MaxValue)
            writer.WriteNumber("deadline_ms"u8, (long)DeadlineMs);
        else
            writer.WriteNumber("deadline_ms"u8, DeadlineMs);
        writer.WriteEndObject();
    }
}

/// <summary>The wait for a timer: a sleep, or a step's retry.</summary>
/// <param name="ReadyAtMs">When it is due, in Unix ms.</param>
/// <param name="TimerKey">The timer's key.</param>
internal sealed record TimerSuspension(long ReadyAtMs, string TimerKey) : Suspension(WaitReason)
{
    public const string WaitReason = "timer";

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteNumber("ready_at_ms"u8, ReadyAtMs);
        writer.WriteString("timer_key"u8, TimerKey);
    }
}

/// <summary>The wait for a signal.</summary>
/// <param name="SignalName">The signal's name.</param>
/// <param name="WaitingStep">The step that waits for it.</param>
/// <param name="TimeoutMs">After how many milliseconds another wait comes due.</param>
/// <param name="WaitTimeoutMs">After how many milliseconds the wait for the signal times out.</param>
internal sealed record SignalSuspension(string SignalName, string WaitingStep, long? TimeoutMs, long? WaitTimeoutMs) : Suspension(WaitReason)
{
    public const string WaitReason = "signal";

    public override void WriteTo(Utf8JsonWriter writer)
    {
        WriteWaitTimeout(writer, WaitTimeoutMs);
        writer.WriteString("signal_name"u8, SignalName);
        writer.WriteString("waiting_step"u8, WaitingStep);
        WriteTimeout(writer, TimeoutMs);
    }
}

/// <summary>The wait for a person's answer.</summary>
/// <param name="PauseIndex">The question's number, from 0 in call order.</param>
/// <param name="Text">The question.</param>
/// <param name="Kind">What may be answered.</param>
/// <param name="Answers">The answers of earlier questions, by their number.</param>
/// <param name="TimeoutMs">After how many milliseconds another wait comes due.</param>
/// <param name="WaitTimeoutMs">After how many milliseconds the wait for the answer times out.</param>
internal sealed record QuestionSuspension(int PauseIndex, string Text, Question Kind, IReadOnlyDictionary<int, string?> Answers, long? TimeoutMs, long? WaitTimeoutMs)
    : Suspension(WaitReason)
{
    public const string WaitReason = "user_input_required";

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteNumber("pause_index"u8, PauseIndex);
        writer.WriteString("step_name"u8, $"wait_for_user_{PauseIndex}");
        WriteQuestion(writer, Text, Kind);
        if (Answers.Count > 0)
            WriteAnswers(writer);
        WriteTimeout(writer, TimeoutMs);
        WriteWaitTimeout(writer, WaitTimeoutMs);
    }

    /// <summary>Writes the fields that a person sees.</summary>
    public static void WriteQuestion(Utf8JsonWriter writer, string text, Question kind)
    {
        writer.WriteString("question"u8, text);
        writer.WriteString("input_type"u8, kind.InputType);
        writer.WriteStartArray("options"u8);
        foreach (var option in kind.Options)
            WriteOption(writer, option);
        writer.WriteEndArray();
        writer.WriteBoolean("allow_custom"u8, kind.AllowCustom);
        writer.WriteBoolean("skippable"u8, kind.Skippable);
    }

    private static void WriteOption(Utf8JsonWriter writer, QuestionOption option)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, option.Id);
        writer.WriteString("label"u8, option.Label);
        if (option.Description is not null)
            writer.WriteString("description"u8, option.Description);
        writer.WriteEndObject();
    }

    private void WriteAnswers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("step_events"u8);
        foreach (var (index, answer) in Answers)
            writer.WriteString(index.ToString(System.Globalization.CultureInfo.InvariantCulture), answer);
        writer.WriteEndObject();
    }
}
