using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>The questions that a workflow asks people, numbered in call order (protocol section 6, "User input").</summary>
internal sealed class Questions(WorkflowSlice slice)
{
    private readonly SortedDictionary<int, string?> _answersSoFar = [];
    private readonly List<QuestionOperation> _pending = [];
    private readonly AskedQuestions _asked = new(slice.Checkpoint);
    private Answers? _given;
    private int _count;

    /// <summary>The answers of the questions that were asked so far.</summary>
    public IReadOnlyDictionary<int, string?> AnswersSoFar => _answersSoFar;

    public static WaitTimeoutException TimedOut(int pauseIndex) => new($"Question {pauseIndex} was not answered within its timeout.");

    /// <summary>Asks a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="kind">What may be answered.</param>
    /// <param name="timeout">How long to wait, or <see langword="null"/> for as long as it takes.</param>
    /// <param name="call">The call as the user wrote it, for the message.</param>
    public Task<string?> AskAsync(string question, Question kind, TimeSpan? timeout, string call)
    {
        using var entered = slice.EnterDurableCall(call);
        if (!entered.GoesOn)
            return WorkflowSlice.Never<string?>();
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        // It would refuse every answer, and be asked for ever.
        if (kind is { IsClosed: true, IsMultiSelect: false, Skippable: false, Options.Count: 0 })
            throw new ArgumentException("Nobody can answer a question without options: give it some, or set AllowCustom or Skippable.", nameof(kind));
        WaitTimeout.Check(timeout);

        var pauseIndex = _count++;
        var wait = DurableKey.Answer(pauseIndex);
        var key = DurableKey.Received(wait);
        if (slice.Checkpoint.TryGetReserved(key, out var json))
            return slice.Deliveries.Replay(key, _answersSoFar[pauseIndex] = Read(key, json));

        var limit = new WaitTimeout(slice, wait);
        if (limit.IsRecorded)
            return slice.Deliveries.ReplayFailure<string?>(limit.Key, TimedOut(pauseIndex));

        return Begin(question, kind, timeout, pauseIndex, limit);
    }

    /// <summary>Looks at no answers that came with the request: they are to questions of another turn.</summary>
    public void IgnoreGiven() => _given = Answers.None;

    /// <summary>Takes back a question that was not answered yet: the run does not wait for it any more. A replay asks it again, and takes it back at the same point.</summary>
    public void Withdraw(Task<string?> asking)
    {
        if (_pending.Find(asked => ReferenceEquals(asked.Task, asking)) is not { } pending)
            return;

        slice.Withdraw(pending);
        _asked.Remove(pending.PauseIndex);
    }

    /// <summary>Takes note of the question that the response shows to a person. Others that are open were shown to nobody.</summary>
    /// <exception cref="NonRetryableException">The question has another text each time.</exception>
    public void Show(QuestionSuspension shown)
    {
        if (!slice.AcceptsUnaskedAnswers)
            _asked.Record(shown);
    }

    /// <summary>Takes note that nobody has to answer a question any more.</summary>
    public void Close(int pauseIndex) => _asked.Remove(pauseIndex);

    private Task<string?> Begin(string question, Question kind, TimeSpan? timeout, int pauseIndex, WaitTimeout limit)
    {
        ThrowIfBroken(question, kind);
        _given ??= new Answers(slice.Metadata);
        if (_given.TryGet(pauseIndex, out var answer) && Counts(answer, pauseIndex, question, kind))
        {
            var answered = new QuestionOperation(slice, this, pauseIndex, question, kind, limit, dueAtMs: null);
            slice.Deliveries.Open();
            answered.Answer(_answersSoFar[pauseIndex] = answer);
            return answered.Task;
        }

        var asked = new QuestionOperation(slice, this, pauseIndex, question, kind, limit, limit.Begin(timeout));
        _pending.Add(asked);
        slice.Wait(asked);
        return asked.Task;
    }

    private static void ThrowIfBroken(string question, Question kind)
    {
        WireText.ThrowIfBroken(question, "The question");
        foreach (var option in kind.Options)
        {
            WireText.ThrowIfBroken(option.Id, "The id of an option");
            WireText.ThrowIfBroken(option.Label, "The label of an option");
            WireText.ThrowIfBroken(option.Description, "The description of an option");
        }
    }

    /// <summary>Whether an answer that came with the request is one to this question. Where it is not, the question is asked (again).</summary>
    private bool Counts(string? answer, int pauseIndex, string question, Question kind)
    {
        if (!slice.AcceptsUnaskedAnswers && !_asked.Has(pauseIndex, question, kind))
        {
            EngineLog.AnswerToUnaskedQuestion(slice.Log, slice.LoggedRunId, pauseIndex);
            return false;
        }

        // The other SDKs take a skip for an answer to every question.
        if (Choices.Fits(answer, kind) || (answer is null && slice.AcceptsUnaskedAnswers))
            return true;

        EngineLog.AnswerThatDoesNotFit(slice.Log, slice.LoggedRunId, pauseIndex);
        return false;
    }

    private static string? Read(string key, ReadOnlyMemory<byte> json) => RecordedValues.Read(key, json, "a text or null", static root => root.GetString());
}
