using Agnt5.Local.Engine.Runs;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch.Answers;

/// <summary>Puts together what a suspended answer waits for.</summary>
internal static class AnswerPause
{
    private const int MostQuestions = 1_000_000;

    /// <param name="fields">The answer's fields.</param>
    /// <param name="nowMs">When the answer arrived, Unix ms. Its timeouts count from then.</param>
    public static Pause Of(AnswerFields fields, long nowMs) => (fields.Reason ?? throw Missing("reason")) switch
    {
        "timer" => new TimerPause(fields.ReadyAtMs ?? throw Missing("ready_at_ms"), fields.TimerKey ?? throw Missing("timer_key")),
        "signal" => new SignalPause(fields.SignalName ?? throw Missing("signal_name"), fields.WaitingStep ?? throw Missing("waiting_step"))
        {
            TimesOutAtMs = After(nowMs, fields.WaitTimeoutMs),
            BesideAtMs = After(nowMs, fields.TimeoutMs),
        },
        "user_input_required" => Question(fields, nowMs),
        var reason => new BudgetPause(reason),
    };

    private static QuestionPause Question(AnswerFields fields, long nowMs) => new()
    {
        PauseIndex = Index(fields.PauseIndex ?? throw Missing("pause_index")),
        StepName = fields.StepName ?? throw Missing("step_name"),
        Question = fields.Question ?? throw Missing("question"),
        InputType = KnownType(fields.InputType ?? throw Missing("input_type")),
        Options = fields.Options ?? throw Missing("options"),
        AllowCustom = fields.AllowCustom,
        Skippable = fields.Skippable,
        StepEvents = fields.StepEvents,
        TimesOutAtMs = After(nowMs, fields.WaitTimeoutMs),
        BesideAtMs = After(nowMs, fields.TimeoutMs),
    };

    private static int Index(long index) => index <= MostQuestions ? (int)index : throw new MalformedAnswerException("pause_index", "is too large");

    private static string KnownType(string type) => type is "text" or "approval" or "select" or "multiselect"
        ? type
        : throw new MalformedAnswerException("input_type", $"is '{CallerText.Shorten(type)}', and must be text, approval, select or multiselect");

    private static long? After(long nowMs, long? timeoutMs) => timeoutMs is { } timeout ? UnixTime.Add(nowMs, timeout) : null;

    private static MalformedAnswerException Missing(string name) => new(name, "is missing");
}
