using Agnt5.Primitives;

namespace Agnt5.Protocol;

/// <summary>Says in a log line what a suspended run waits for: reasons, keys and names, and nothing that anybody was asked or sent.</summary>
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
