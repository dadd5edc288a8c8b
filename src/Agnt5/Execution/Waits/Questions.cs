using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>The questions that a workflow asks people, numbered in call order (protocol section 6, "User input").</summary>
internal sealed class Questions(WorkflowSlice slice)
{
    private readonly SortedDictionary<int, string?> _answersSoFar = [];
    // By the task that the code awaits.
    private readonly Dictionary<Task, QuestionOperation> _pending = [];
    private readonly AskedQuestions _asked = new(slice.Checkpoint);
    private Answers? _given;
    private int _count;

    public WorkflowSlice Slice => slice;

    /// <summary>The answers to the questions so far, by number.</summary>
    public IReadOnlyDictionary<int, string?> AnswersSoFar => _answersSoFar;

    public static WaitTimeoutException TimedOut(int pauseIndex) => new($"Question {pauseIndex} was not answered within its timeout.");

    /// <inheritdoc cref="QuestionCall" path="/param"/>
    public Task<string?> AskAsync(string question, Question kind, TimeSpan? timeout, string method) =>
        DurableCall.Run<QuestionCall, string?>(slice, new QuestionCall(this, method, question, kind, timeout));

    /// <summary>The number of the next question.</summary>
    public int TakeNumber() => _count++;

    /// <summary>Finds an answer that came with the request.</summary>
    /// <returns>Whether an answer came and counts for this question. Otherwise the question is asked (again).</returns>
    public bool TryGetGiven(int pauseIndex, string question, Question kind, out string? answer)
    {
        _given ??= new Answers(slice.Metadata);
        return _given.TryGet(pauseIndex, out answer) && Counts(answer, pauseIndex, question, kind);
    }

    /// <summary>Ignores the answers that came with the request, because they belong to questions of another turn.</summary>
    public void IgnoreGiven() => _given = Answers.None;

    /// <summary>Keeps an answer for the response.</summary>
    public string? Keep(int pauseIndex, string? answer) => _answersSoFar[pauseIndex] = answer;

    /// <summary>Waits until somebody answers.</summary>
    public void Ask(QuestionOperation question)
    {
        _pending.Add(question.Completion, question);
        slice.Wait(question);
    }

    /// <summary>Withdraws an unanswered question: the run no longer waits for it. A replay asks the question again, and withdraws it at the same point.</summary>
    public void Withdraw(Task<string?> asking)
    {
        if (!_pending.TryGetValue(asking, out var pending))
            return;

        slice.Withdraw(pending);
        _asked.Remove(pending.PauseIndex);
    }

    /// <summary>Notes the question that the response shows to a person. Other open questions are shown to nobody.</summary>
    /// <exception cref="NonRetryableException">The question is different each time.</exception>
    public void Show(QuestionSuspension shown)
    {
        if (!slice.AcceptsUnaskedAnswers)
            _asked.Record(shown);
    }

    /// <summary>Notes that a question needs no answer any more.</summary>
    public void Close(int pauseIndex) => _asked.Remove(pauseIndex);

    private bool Counts(string? answer, int pauseIndex, string question, Question kind)
    {
        if (!slice.AcceptsUnaskedAnswers && !_asked.Has(pauseIndex, question, kind))
        {
            EngineLog.AnswerToUnaskedQuestion(slice.Log, slice.LoggedRunId, pauseIndex);
            return false;
        }

        // The other SDKs accept a skip as an answer to every question.
        if (Choices.Fits(answer, kind) || (answer is null && slice.AcceptsUnaskedAnswers))
            return true;

        EngineLog.AnswerThatDoesNotFit(slice.Log, slice.LoggedRunId, pauseIndex);
        return false;
    }
}
