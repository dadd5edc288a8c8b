using System.Text.Json;

namespace Agnt5.Execution.Waits;

/// <summary>The questions that a workflow asks people, numbered in call order (protocol section 6, "User input").</summary>
internal sealed class Questions(WorkflowSlice slice)
{
    private readonly SortedDictionary<int, string?> _answersSoFar = [];
    private readonly List<QuestionOperation> _pending = [];
    private Answers? _given;
    private int _count;

    /// <summary>The answers of the questions that were asked so far.</summary>
    public IReadOnlyDictionary<int, string?> AnswersSoFar => _answersSoFar;

    public static WaitTimeoutException TimedOut(int pauseIndex) => new($"Question {pauseIndex} was not answered within its timeout.");

    public Task<string?> AskAsync(string question, Question kind, TimeSpan? timeout)
    {
        using var call = slice.EnterDurableCall("AskAsync");
        if (!call.GoesOn)
            return WorkflowSlice.Never<string?>();
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
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
        if (_pending.Find(asked => ReferenceEquals(asked.Task, asking)) is { } pending)
            slice.Withdraw(pending);
    }

    public async Task<IReadOnlyList<string>?> AskManyAsync(string question, Question kind, TimeSpan? timeout)
    {
        // On the workflow's scheduler, as everything that its code awaits.
        var answer = await AskAsync(question, kind, timeout).ConfigureAwait(true);
        return answer is null ? null : Choices(answer);
    }

    private Task<string?> Begin(string question, Question kind, TimeSpan? timeout, int pauseIndex, WaitTimeout limit)
    {
        _given ??= new Answers(slice.Metadata);
        if (_given.TryGet(pauseIndex, out var answer))
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

    private static string? Read(string key, ReadOnlyMemory<byte> json) => RecordedValues.Read(key, json, "a text or null", static root => root.GetString());

    // A list of ids as JSON; text of the person's own stands alone.
    private static List<string> Choices(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            if (document.RootElement.ValueKind == JsonValueKind.Array)
                return [.. document.RootElement.EnumerateArray().Select(static choice => choice.ValueKind == JsonValueKind.String ? choice.GetString()! : choice.GetRawText())];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not a list.
        }

        return [answer];
    }
}
