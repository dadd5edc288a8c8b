using Agnt5.Execution.Waits;

namespace Agnt5;

// What a workflow asks people.
public partial class WorkflowContext
{
    /// <summary>
    /// Asks a person, and suspends the run until there is an answer (protocol section 6). Questions are numbered in call order, which is their identity over replays. An answer counts only for what
    /// the person was shown: where the text, kind or options differ on a replay the question is asked again, and the third time the run fails. Build them from recorded values.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="kind">What may be answered. An answer that is none of its options is refused, and the question asked again. Default: <see cref="Question.Text"/>.</param>
    /// <param name="timeout">
    /// How long to wait. Default: as long as it takes. AGNT5 fails a run whose wait runs out, with the code <c>WAIT_TIMEOUT</c>, and invokes it no more; code behind a timeout runs where the platform
    /// does invoke it, in a retry of the run for example.
    /// </param>
    /// <returns>The text, or the chosen option's id; <see langword="null"/> when the person skipped the question.</returns>
    /// <exception cref="WaitTimeoutException">Nobody answered in time.</exception>
    /// <exception cref="ArgumentException">The question is blank, the timeout is negative, the kind takes several answers, or nobody can answer since there are no options.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<string?> AskAsync(string question, Question? kind = null, TimeSpan? timeout = null) => OneAnswerAsync(question, kind, timeout, nameof(AskAsync));

    /// <summary>As <see cref="AskAsync(string, Question?, TimeSpan?)"/>, with a result that says how the question ended instead of an exception when nobody answered in time.</summary>
    /// <returns>The answer, or that the question was skipped or timed out.</returns>
    /// <inheritdoc cref="AskAsync(string, Question?, TimeSpan?)" path="/param"/>
    /// <exception cref="ArgumentException">The question is blank, the timeout is negative, the kind takes several answers, or nobody can answer since there are no options.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<AskResult<string>> TryAskAsync(string question, Question? kind = null, TimeSpan? timeout = null) =>
        AskResult<string>.OfAsync(OneAnswerAsync(question, kind, timeout, nameof(TryAskAsync)));

    /// <summary>Asks a person to choose any of several options (protocol section 6).</summary>
    /// <param name="question">The question.</param>
    /// <param name="kind">The options: <see cref="Question.MultiSelect"/>. An answer with anything else in it is refused, and the question asked again.</param>
    /// <param name="timeout">How long to wait, see <see cref="AskAsync(string, Question?, TimeSpan?)"/>. Default: as long as it takes.</param>
    /// <returns>The ids of the chosen options, or an answer of the person's own alone; <see langword="null"/> when the person skipped the question.</returns>
    /// <exception cref="WaitTimeoutException">Nobody answered in time.</exception>
    /// <exception cref="ArgumentException">The question is blank, the timeout is negative, or the kind takes one answer.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<IReadOnlyList<string>?> AskManyAsync(string question, Question kind, TimeSpan? timeout = null) => SeveralAnswersAsync(question, kind, timeout, nameof(AskManyAsync));

    /// <summary>As <see cref="AskManyAsync(string, Question, TimeSpan?)"/>, with a result that says how the question ended instead of an exception when nobody answered in time.</summary>
    /// <returns>The ids of the chosen options, or that the question was skipped or timed out.</returns>
    /// <inheritdoc cref="AskManyAsync(string, Question, TimeSpan?)" path="/param"/>
    /// <exception cref="ArgumentException">The question is blank, the timeout is negative, or the kind takes one answer.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<AskResult<IReadOnlyList<string>>> TryAskManyAsync(string question, Question kind, TimeSpan? timeout = null) =>
        AskResult<IReadOnlyList<string>>.OfAsync(SeveralAnswersAsync(question, kind, timeout, nameof(TryAskManyAsync)));

    /// <summary>Asks a person for a yes (protocol section 6): <c>if (await ctx.AskApprovalAsync("Ship it?"))</c>. Nothing but the answer <c>approve</c> is one.</summary>
    /// <param name="question">The question.</param>
    /// <param name="kind">Other labels, further options, or whether the question may be skipped: <c>Question.Approval with { … }</c>. Default: <see cref="Question.Approval"/>.</param>
    /// <param name="timeout">How long to wait, see <see cref="AskAsync(string, Question?, TimeSpan?)"/>. Default: as long as it takes.</param>
    /// <returns>Whether the person approved, and how the question ended where not. It is a <see langword="bool"/> where one is asked for.</returns>
    /// <exception cref="ArgumentException">The question is blank, the timeout is negative, or the kind is no approval with an option <c>approve</c>.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<ApprovalResult> AskApprovalAsync(string question, Question? kind = null, TimeSpan? timeout = null)
    {
        kind ??= Question.Approval;
        return kind.InputType == Question.Approval.InputType && kind.HasOption(ApprovalResult.Approve)
            ? ApprovalResult.OfAsync(OneAnswerAsync(question, kind, timeout, nameof(AskApprovalAsync)))
            : throw new ArgumentException($"An approval needs an option '{ApprovalResult.Approve}': start from Question.Approval.", nameof(kind));
    }

    // Numbered over the whole run, whichever context asks.
    private Questions Questions => _slice.Questions;

    private Task<string?> OneAnswerAsync(string question, Question? kind, TimeSpan? timeout, string call) => kind is not { IsMultiSelect: true }
        ? Questions.AskAsync(question, kind ?? Question.Text, timeout, call)
        : throw new ArgumentException($"A question with several answers is asked with {nameof(AskManyAsync)}.", nameof(kind));

    private Task<IReadOnlyList<string>?> SeveralAnswersAsync(string question, Question kind, TimeSpan? timeout, string call)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.IsMultiSelect
            ? Choices.ReadAsync(Questions.AskAsync(question, kind, timeout, call))
            : throw new ArgumentException($"A question with one answer is asked with {nameof(AskAsync)}.", nameof(kind));
    }
}
