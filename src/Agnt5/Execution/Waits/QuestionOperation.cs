using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>The call that asks a question.</summary>
/// <param name="questions">The questions of the slice.</param>
/// <param name="method">The method that the user called.</param>
/// <param name="question">The question.</param>
/// <param name="kind">The answers that are allowed.</param>
/// <param name="timeout">How long to wait, or <see langword="null"/> for no limit.</param>
internal struct QuestionCall(Questions questions, string method, string question, Question kind, TimeSpan? timeout) : IDurableCall<string?>
{
    private int _pauseIndex;
    private WaitTimeout _limit = null!;

    public readonly string Method => method;

    public readonly string? Name => null;

    private readonly WorkflowSlice Slice => questions.Slice;

    public readonly void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        // Such a question would refuse every answer, and the run would ask it for ever.
        if (kind is { IsClosed: true, IsMultiSelect: false, Skippable: false, Options.Count: 0 })
            throw new ArgumentException("Nobody can answer a question without options. Give it options, or set AllowCustom or Skippable.", nameof(kind));
        WaitTimeout.Check(timeout);
    }

    public void Claim() => _pauseIndex = questions.TakeNumber();

    public Task<string?>? Replay()
    {
        var wait = DurableKey.Answer(_pauseIndex);
        var key = DurableKey.Received(wait);
        if (Slice.Checkpoint.TryGetReserved(key, out var json))
            return Slice.Deliveries.Replay(key, questions.Keep(_pauseIndex, Read(key, json)));

        _limit = new WaitTimeout(Slice, wait);
        return _limit.IsRecorded ? Slice.Deliveries.ReplayFailure<string?>(_limit.Key, Questions.TimedOut(_pauseIndex)) : null;
    }

    public readonly Task<string?> Open()
    {
        ThrowIfBroken();
        if (questions.TryGetGiven(_pauseIndex, question, kind, out var answer))
        {
            var answered = new QuestionOperation(Slice, questions, _pauseIndex, question, kind, _limit, dueAtMs: null);
            Slice.Deliveries.Open();
            answered.Answer(questions.Keep(_pauseIndex, answer));
            return answered.Completion;
        }

        var asked = new QuestionOperation(Slice, questions, _pauseIndex, question, kind, _limit, _limit.Begin(timeout));
        questions.Ask(asked);
        return asked.Completion;
    }

    private readonly void ThrowIfBroken()
    {
        WireText.ThrowIfBroken(question, "The question");
        foreach (var option in kind.Options)
        {
            WireText.ThrowIfBroken(option.Id, "The id of an option");
            WireText.ThrowIfBroken(option.Label, "The label of an option");
            WireText.ThrowIfBroken(option.Description, "The description of an option");
        }
    }

    private static string? Read(string key, ReadOnlyMemory<byte> json) => RecordedValues.Read(key, json, "a text or null", static root => root.GetString());
}

/// <summary>A question without a recorded answer.</summary>
internal sealed class QuestionOperation(WorkflowSlice slice, Questions questions, int pauseIndex, string text, Question kind, WaitTimeout timeout, long? dueAtMs)
    : OpenOperation<string?>(slice), IDurableWait
{
    private readonly string _answerKey = DurableKey.Received(DurableKey.Answer(pauseIndex));
    private string? _answer;
    private bool _timedOut;

    public override string CompletionKey => _timedOut ? timeout.Key : _answerKey;

    public WaitKind Kind => WaitKind.Question;

    public int Place { get; set; }

    public long? DueAtMs => dueAtMs;

    public int PauseIndex => pauseIndex;

    public void Answer(string? answer)
    {
        _answer = answer;
        Arrive();
    }

    public void ComeDue()
    {
        _timedOut = true;
        Arrive();
    }

    public Suspension Describe(long? timeoutMs) => new QuestionSuspension(pauseIndex, text, kind, questions.AnswersSoFar, timeoutMs, timeout.LeftMs(dueAtMs));

    protected override void Record()
    {
        questions.Close(pauseIndex);
        if (_timedOut)
            timeout.Record();
        else
            Slice.Checkpoint.Record(_answerKey, JsonBytes.Write(_answer, static (writer, answer) => writer.WriteStringValue(answer)));
    }

    protected override void Deliver(TaskCompletionSource<string?> awaited)
    {
        if (_timedOut)
            awaited.SetException(Questions.TimedOut(pauseIndex));
        else
            awaited.SetResult(_answer);
    }
}
