namespace Agnt5.Local.Engine.Runs;

/// <summary>Answers of people. The latest one stays in the metadata of all later slices.</summary>
internal static class RunAnswers
{
    /// <summary>
    /// An answer to a question takes the run on. During a sleep or a wait for a signal, AGNT5 takes an answer too, and so does this engine: it is kept without a question's number, and the run
    /// waits on.
    /// </summary>
    public static void Answered(RunChange change, UserAnswered answered)
    {
        if (change.Run.Pause is not QuestionPause question)
        {
            change.Run = change.Run with { LatestAnswer = new GivenAnswer(answered.Response, PauseIndex: null, change.Run.LatestAnswer?.StepEvents) };
            RunJournal.Notice(change, "An answer came while the run asks no question. It is handed to the endpoint with the next slice, which may leave it unused.");
            return;
        }

        var answer = new GivenAnswer(answered.Response, question.PauseIndex, question.StepEvents);
        change.Run = change.Run with { LatestAnswer = answer };
        RunJournal.ResumedByAnswer(change, answer, answered.Decision);
        RunKeys.GoOn(change);
    }
}
