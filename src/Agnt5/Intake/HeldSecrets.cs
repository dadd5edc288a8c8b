namespace Agnt5.Intake;

/// <summary>
/// Asks a resolver for the secrets, and holds its answer for a time. There is one question at a time, which all who need it wait for, so that no number of requests is felt by a secret store.
/// </summary>
/// <param name="resolver">The resolver.</param>
/// <param name="holdTime">How long secrets are held.</param>
/// <param name="time">The clock.</param>
internal sealed class HeldSecrets(Func<CancellationToken, ValueTask<IReadOnlyList<string>>> resolver, TimeSpan holdTime, TimeProvider time)
{
    /// <summary>How long the resolver may take. A question without an answer would hold every invoke.</summary>
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(30);

    /// <summary>How long a failure is held, and the least time between two questions that strangers can cause with wrong signatures.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private volatile SecretAnswer? _held;
    private TaskCompletionSource<SecretAnswer>? _question;
    private long? _pausedFrom;

    /// <summary>The secrets that are held, or else the resolver's answer.</summary>
    /// <param name="cancellationToken">Fires when the caller goes away. The question goes on: others wait for it.</param>
    public ValueTask<SecretAnswer> GetAsync(CancellationToken cancellationToken) =>
        _held is { } held && IsGood(held) ? new(held) : new(AskAsync(held: null, cancellationToken));

    /// <summary>Secrets that are newer than those that did not verify a request: it may be signed with a secret that was just made.</summary>
    /// <returns>The newer answer, or the same one when the resolver was asked a moment ago, or failed.</returns>
    public async ValueTask<SecretAnswer> GetNewerAsync(SecretAnswer seen, CancellationToken cancellationToken)
    {
        if (!MayAskAgain(seen))
            return _held is { Failure: null } held && IsGood(held) ? held : seen;

        var answer = await AskAsync(seen, cancellationToken).ConfigureAwait(false);
        return answer.Failure is null ? answer : seen;
    }

    private bool MayAskAgain(SecretAnswer seen)
    {
        lock (_lock)
            return ReferenceEquals(_held, seen) && (_question is not null || _pausedFrom is not { } from || time.GetElapsedTime(from) >= Pause);
    }

    private bool IsGood(SecretAnswer answer) => time.GetElapsedTime(answer.HeldFrom) < (answer switch
    {
        { Failure: not null } => Pause,
        { Secrets.Count: 0 } when holdTime > Pause => Pause,
        _ => holdTime,
    });

    /// <summary>Asks, or waits for the question that is open.</summary>
    /// <param name="held">An answer that is good, and not good enough.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private Task<SecretAnswer> AskAsync(SecretAnswer? held, CancellationToken cancellationToken)
    {
        var askedAt = time.GetTimestamp();
        TaskCompletionSource<SecretAnswer> question;
        lock (_lock)
        {
            if (_question is not null)
                return _question.Task.WaitAsync(cancellationToken);
            if (_held is { } answer && !ReferenceEquals(answer, held) && IsGood(answer))
                return Task.FromResult(answer);

            _question = question = new TaskCompletionSource<SecretAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            _pausedFrom = askedAt;
        }

        _ = AnswerAsync(question, askedAt);
        return question.Task.WaitAsync(cancellationToken);
    }

    private async Task AnswerAsync(TaskCompletionSource<SecretAnswer> question, long askedAt)
    {
        SecretAnswer answer;
        using var tooLong = new CancellationTokenSource(LongestQuestion, time);
        try
        {
            answer = await SecretAnswer.AskAsync(resolver, tooLong.Token).AsTask().WaitAsync(tooLong.Token).ConfigureAwait(false);
        }
        catch (Exception) when (tooLong.IsCancellationRequested)
        {
            answer = new SecretAnswer([]) { Failure = new TimeoutException($"The signing secret resolver did not answer within {LongestQuestion.TotalSeconds} seconds.") };
        }

        answer = answer with { HeldFrom = answer.Failure is null ? askedAt : time.GetTimestamp() };
        lock (_lock)
        {
            // Also a store that took long to fail has its pause.
            if (answer.Failure is not null)
                _pausedFrom = answer.HeldFrom;
            // A store that fails while secrets are held takes nothing from them.
            if (answer.Failure is null || _held is not { Failure: null } held || !IsGood(held))
            {
                _held?.Drop();
                _held = answer;
            }

            _question = null;
        }

        question.SetResult(answer);
    }
}
