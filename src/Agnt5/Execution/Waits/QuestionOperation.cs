using System.Text.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>A question that was asked and whose answer is not recorded yet.</summary>
internal sealed class QuestionOperation(WorkflowSlice slice, Questions questions, int pauseIndex, string text, Question kind, WaitTimeout timeout, long? dueAtMs)
    : DurableOperation, IDurableWait
{
    private readonly TaskCompletionSource<string?> _completion = new();
    private readonly string _answerKey = DurableKey.Received(DurableKey.Answer(pauseIndex));
    private string? _answer;
    private bool _timedOut;

    public override string CompletionKey => _timedOut ? timeout.Key : _answerKey;

    public Task<string?> Task => _completion.Task;

    public WaitKind Kind => WaitKind.Question;

    public long? DueAtMs => dueAtMs;

    public int PauseIndex => pauseIndex;

    public void Answer(string? answer)
    {
        _answer = answer;
        questions.Close(pauseIndex);
        slice.Checkpoint.Record(_answerKey, JsonBytes.Write(answer, static (writer, answer) => writer.WriteStringValue(answer)));
        slice.Deliveries.Arrive(this);
    }

    public void ComeDue()
    {
        _timedOut = true;
        questions.Close(pauseIndex);
        timeout.Record();
        slice.Deliveries.Arrive(this);
    }

    public override void Deliver()
    {
        if (_timedOut)
            _completion.SetException(Questions.TimedOut(pauseIndex));
        else
            _completion.SetResult(_answer);
    }

    public Suspension Describe(long? timeoutMs) => new QuestionSuspension(pauseIndex, text, kind, questions.AnswersSoFar, timeoutMs, timeout.LeftMs(dueAtMs));
}
