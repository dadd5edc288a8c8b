using System.Globalization;

namespace Agnt5.Local.Engine.Runs;

/// <summary>What the journal says of a pause. Clients tell pauses apart by it: a question by its metadata, a sleep by the reason in its data.</summary>
internal static class PauseData
{
    public static ReadOnlyMemory<byte> Of(Pause pause) => JournalData.Write(pause, static (json, pause) =>
    {
        switch (pause)
        {
            case TimerPause timer:
                json.WriteString("reason", PauseReasons.Timer);
                json.WriteString("timer_key", timer.TimerKey);
                json.WriteNumber("ready_at_ms", timer.ReadyAtMs);
                break;
            case SignalPause signal:
                json.WriteString("reason", PauseReasons.Signal);
                json.WriteString("signal_name", signal.SignalName);
                json.WriteString("waiting_step", signal.WaitingStep);
                break;
            case QuestionPause question:
                json.WriteString("reason", PauseReasons.Question);
                json.WriteNumber("pause_index", question.PauseIndex);
                json.WriteString("step_name", question.StepName);
                json.WriteString("question", question.Question);
                json.WriteString("input_type", question.InputType);
                json.WriteRaw("options", question.Options);
                json.WriteBoolean("allow_custom", question.AllowCustom);
                json.WriteBoolean("skippable", question.Skippable);
                break;
        }

        if (pause.TimesOutAtMs is { } outMs)
            json.WriteNumber("times_out_at_ms", outMs);
    });

    public static IReadOnlyDictionary<string, string> MetadataOf(Pause pause) => pause is not QuestionPause question ? EmptyMetadata.Value : new Dictionary<string, string>
    {
        ["pause_reason"] = PauseReasons.Question,
        ["pause_index"] = question.PauseIndex.ToString(CultureInfo.InvariantCulture),
        ["step_name"] = question.StepName,
        ["question"] = question.Question,
        ["input_type"] = question.InputType,
        ["options"] = question.Options,
        ["allow_custom"] = question.AllowCustom ? "true" : "false",
        ["skippable"] = question.Skippable ? "true" : "false",
    };
}
