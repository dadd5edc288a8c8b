using Agnt5.Primitives;

namespace Agnt5.Protocol;

/// <summary>Describes for the log what a suspended run waits for: reasons, keys and names, but no questions, answers or payloads.</summary>
internal static class SuspensionText
{
    public static string Of(Suspension suspension) => suspension switch
    {
        TimerSuspension timer => $"timer '{CallerText.Shorten(timer.TimerKey)}'",
        SignalSuspension signal => $"signal '{CallerText.Shorten(signal.SignalName)}' at '{CallerText.Shorten(signal.WaitingStep)}'",
        QuestionSuspension question => $"the answer to question {question.PauseIndex}",
        _ => $"its next slice ({CallerText.Shorten(suspension.Reason)})",
    };
}
