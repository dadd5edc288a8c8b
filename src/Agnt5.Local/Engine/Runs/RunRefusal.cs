namespace Agnt5.Local.Engine.Runs;

/// <summary>Why a run does not take what somebody sends it. The gateway answers it as 409, before and instead of applying it.</summary>
/// <param name="Code">The error's code.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record RunRefusal(string Code, string Message)
{
    /// <summary>Finds why a happening is refused, or <see langword="null"/> when it is taken.</summary>
    public static RunRefusal? Find(RunState run, RunHappening happening) => happening switch
    {
        UserAnswered when run.Phase != RunPhase.Paused =>
            new("RUN_NOT_PAUSED", $"Run {run.Spec.RunId} is {RunStatus.Of(run.Phase)}. A run takes an answer while it is paused."),
        SkipAsked when run.Pause is not TimerPause =>
            new("RUN_NOT_SLEEPING", $"Run {run.Spec.RunId} is {RunStatus.Of(run.Phase)}{Waits(run.Pause)}. A run whose sleep can be skipped is paused for a timer."),
        SignalSent or CancelAsked when run.HasEnded =>
            new("RUN_ENDED", $"Run {run.Spec.RunId} is {RunStatus.Of(run.Phase)} already."),
        SignalSent sent when run.EarlySignals.Count >= RunSignals.MostEarly && (run.Pause as SignalPause)?.SignalName != sent.Name =>
            new("TOO_MANY_SIGNALS", $"Run {run.Spec.RunId} has {RunSignals.MostEarly} signals that it has not waited for yet. Send '{sent.Name}' again once it waits for signals."),
        _ => null,
    };

    private static string Waits(Pause? pause) => pause switch
    {
        QuestionPause => " and waits for an answer",
        SignalPause signal => $" and waits for the signal '{signal.SignalName}'",
        _ => "",
    };
}
