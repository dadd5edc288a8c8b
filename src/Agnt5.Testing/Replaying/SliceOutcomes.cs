using System.Text;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Testing.Replaying;

/// <summary>Says how a slice ended, so that two ends can be compared.</summary>
internal static class SliceOutcomes
{
    public static string Of(InvokeResult result) => result switch
    {
        InvokeAnswered { Answer: CompletedAnswer completed } => $"completes with {(completed.Output.IsEmpty ? "no output" : Encoding.UTF8.GetString(completed.Output.Span))}",
        InvokeAnswered { Answer: FailedAnswer failed } => $"fails: {failed.Code}: {failed.Message}",
        InvokeAnswered { Answer: SuspendedAnswer suspended } => Of(suspended.Pause),
        InvokeLost lost => $"gives no usable answer: {lost.Code}: {lost.Message}",
        _ => "",
    };

    private static string Of(Pause pause) => pause switch
    {
        QuestionPause question => $"asks '{question.Question}' ({question.InputType}, question {question.PauseIndex})",
        SignalPause signal => $"waits for the signal '{signal.SignalName}' in '{signal.WaitingStep}'",
        TimerPause timer => $"sleeps in '{timer.TimerKey}'",
        _ => "yields",
    };
}
