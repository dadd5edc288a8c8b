using System.Globalization;
using System.Text;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Loop;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Hosting;

internal sealed partial class LocalEngine
{
    /// <summary>Gives a paused run a person's answer. During a sleep or a wait for a signal it is kept, and handed over beside what wakes the run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="response">The answer as text: an option's id, JSON made text, or <c>__skipped__</c>.</param>
    /// <param name="cancellationToken">Ends the waiting, not the answer.</param>
    /// <exception cref="EngineException">There is no such run, or it is not paused.</exception>
    public Task<RunState> AnswerAsync(string runId, string response, CancellationToken cancellationToken = default) =>
        _loop.DoAsync(transaction => Send(transaction, runId, new UserAnswered(transaction.NowMs, response)), cancellationToken);

    /// <summary>Decides about an approval that a run asks for.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="approvalId">The question's step name (<c>wait_for_user_0</c>) or its number (<c>0</c>).</param>
    /// <param name="isApproved">The decision.</param>
    /// <param name="decision">Who decided, and why, for the journal.</param>
    /// <param name="cancellationToken">Ends the waiting, not the decision.</param>
    /// <exception cref="EngineException">There is no such run, it is not paused, or it does not ask for this approval.</exception>
    public Task<RunState> DecideAsync(string runId, string approvalId, bool isApproved, Decision? decision = null, CancellationToken cancellationToken = default) => _loop.DoAsync(
        transaction =>
        {
            var decided = new UserAnswered(transaction.NowMs, isApproved ? "approve" : "reject", decision);
            var run = FindFor(transaction, runId, decided);
            if (run.Pause is not QuestionPause { InputType: "approval" } question || (question.StepName != approvalId && !IsNumber(approvalId, question.PauseIndex)))
            {
                throw new EngineException(
                    EngineErrorKind.NotFound,
                    EngineErrorCodes.ApprovalNotFound,
                    $"Run {runId} does not ask for an approval {approvalId} now. Its newest workflow.paused event says what it waits for.");
            }

            transaction.TellRun(runId, decided);
            return transaction.FindRun(runId)!;
        },
        cancellationToken);

    /// <summary>Sends a run a signal. A run that does not wait for it keeps it.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="name">The signal's name.</param>
    /// <param name="payload">The payload as UTF-8 JSON. Empty means <c>{}</c>.</param>
    /// <param name="cancellationToken">Ends the waiting, not the signal.</param>
    /// <exception cref="EngineException">There is no such run, it has ended or keeps too many signals already, or the payload is no JSON.</exception>
    public Task<SentSignal> SignalAsync(string runId, string name, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default)
    {
        var json = Encoding.UTF8.GetString(JsonInput.Check(payload, EngineErrorCodes.InvalidPayload, "signal's payload").Span);
        return _loop.DoAsync(
            transaction =>
            {
                var signalId = EngineIds.Signal(transaction.NowMs);
                var waits = transaction.FindRun(runId)?.Phase == RunPhase.Paused;
                var run = Send(transaction, runId, new SignalSent(transaction.NowMs, signalId, name, json));
                return new SentSignal(signalId, Resumed: waits && run.Phase != RunPhase.Paused);
            },
            cancellationToken);
    }

    /// <summary>Ends the sleep of a run now. No clock moves.</summary>
    /// <exception cref="EngineException">There is no such run, or it does not sleep.</exception>
    public Task<RunState> SkipAsync(string runId, CancellationToken cancellationToken = default) =>
        _loop.DoAsync(transaction => Send(transaction, runId, new SkipAsked(transaction.NowMs)), cancellationToken);

    /// <summary>Cancels a run at once, whatever it does.</summary>
    /// <exception cref="EngineException">There is no such run, or it has ended.</exception>
    public Task<RunState> CancelAsync(string runId, string reason = "manual", CancellationToken cancellationToken = default) =>
        _loop.DoAsync(transaction => Send(transaction, runId, new CancelAsked(transaction.NowMs, reason)), cancellationToken);

    private static RunState Send(Transaction transaction, string runId, RunHappening happening)
    {
        FindFor(transaction, runId, happening);
        transaction.TellRun(runId, happening);
        return transaction.FindRun(runId)!;
    }

    private static RunState FindFor(Transaction transaction, string runId, RunHappening happening)
    {
        var run = transaction.FindRun(runId) ?? throw RunNotFound(runId);
        return RunRefusal.Find(run, happening) is { } refusal ? throw new EngineException(EngineErrorKind.Conflict, refusal.Code, refusal.Message) : run;
    }

    private static bool IsNumber(string text, int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed == number;
}
