using Agnt5.Execution.Waits;

namespace Agnt5;

// Questions to people.
public partial class WorkflowContext
{
    /// <summary>
    /// Asks a person, and suspends the run until there is an answer (protocol section 6). A question's identity over replays is its number in call order. An answer counts only for the question that
    /// the person saw: where text, kind or options differ on a replay, the question is asked again, and the third time the run fails. Build questions from recorded values.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="kind">The answers that are allowed. Any other answer is refused, and the question is asked again. Default: <see cref="Question.Text"/>.</param>
    /// <param name="timeout">
    /// How long to wait. Default: without a limit. When a wait times out, AGNT5 fails the run with the code <c>WAIT_TIMEOUT</c> and does not invoke it again. Code that handles a timeout runs only
    /// where the platform invokes the run nevertheless, for example in a retry.
    /// </param>
    /// <returns>The text, or the chosen option's id; <see langword="null"/> when the person skipped the question.</returns>
    /// <exception cref="WaitTimeoutException">Nobody answered in time.</exception>
    /// <exception cref="ArgumentException">The question is blank, the timeout is negative, the kind takes several answers, or the kind has no options and allows no other answer.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<string?> AskAsync(string question, Question? kind = null, TimeSpan? timeout = null) => OneAnswerAsync(question, kind, timeout, nameof(AskAsync));

    /// <summary>Asks a person as <see cref="AskAsync(string, Question?, TimeSpan?)"/> does. The result says how the question ended, so a timeout throws no exception.</summary>
    /// <returns>The answer, or that the question was skipped or timed out.</returns>
    /// <inheritdoc cref="AskAsync(string, Question?, TimeSpan?)" path="/param"/>
    /// <exception cref="ArgumentException">The question is blank, the timeout is negative, the kind takes several answers, or the kind has no options and allows no other answer.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<AskResult<string>> TryAskAsync(string question, Question? kind = null, TimeSpan? timeout = null) =>
        AskResult<string>.OfAsync(OneAnswerAsync(question, kind, timeout, nameof(TryAskAsync)));

    /// <summary>Asks a person to choose any of several options (protocol section 6).</summary>
    /// <param name="question">The question.</param>
    /// <param name="kind">The options: <see cref="Question.MultiSelect"/>. An answer with anything else in it is refused, and the question is asked again.</param>
    /// <param name="timeout">How long to wait, see <see cref="AskAsync(string, Question?, TimeSpan?)"/>. Default: without a limit.</param>
    /// <returns>The ids of the chosen options, or only the person's free text; <see langword="null"/> when the person skipped the question.</returns>
    /// <exception cref="WaitTimeoutException">Nobody answered in time.</exception>
    /// <exception cref="ArgumentException">The question is blank, the timeout is negative, or the kind takes one answer.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<IReadOnlyList<string>?> AskManyAsync(string question, Question kind, TimeSpan? timeout = null) => SeveralAnswersAsync(question, kind, timeout, nameof(AskManyAsync));

    /// <summary>Asks a person as <see cref="AskManyAsync(string, Question, TimeSpan?)"/> does. The result says how the question ended, so a timeout throws no exception.</summary>
    /// <returns>The ids of the chosen options, or that the question was skipped or timed out.</returns>
    /// <inheritdoc cref="AskManyAsync(string, Question, TimeSpan?)" path="/param"/>
    /// <exception cref="ArgumentException">The question is blank, the timeout is negative, or the kind takes one answer.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<AskResult<IReadOnlyList<string>>> TryAskManyAsync(string question, Question kind, TimeSpan? timeout = null) =>
        AskResult<IReadOnlyList<string>>.OfAsync(SeveralAnswersAsync(question, kind, timeout, nameof(TryAskManyAsync)));

    /// <summary>Asks a person for approval (protocol section 6): <c>if (await ctx.AskApprovalAsync("Ship it?"))</c>. Only the answer <c>approve</c> approves.</summary>
    /// <param name="question">The question.</param>
    /// <param name="kind">Other labels, further options, or whether the question may be skipped: <c>Question.Approval with { … }</c>. Default: <see cref="Question.Approval"/>.</param>
    /// <param name="timeout">How long to wait, see <see cref="AskAsync(string, Question?, TimeSpan?)"/>. Default: without a limit.</param>
    /// <returns>How the question ended. Converted to <see langword="bool"/>, whether the person approved.</returns>
    /// <exception cref="ArgumentException">The question is blank, the timeout is negative, or the kind is not an approval with an option <c>approve</c>.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<ApprovalResult> AskApprovalAsync(string question, Question? kind = null, TimeSpan? timeout = null)
    {
        kind ??= Question.Approval;
        return kind.InputType == Question.Approval.InputType && kind.HasOption(ApprovalResult.Approve)
            ? ApprovalResult.OfAsync(OneAnswerAsync(question, kind, timeout, nameof(AskApprovalAsync)))
            : throw new ArgumentException($"An approval needs an option '{ApprovalResult.Approve}': start from Question.Approval.", nameof(kind));
    }

    // The numbers count over the whole run, across contexts.
    private Questions Questions => _slice.Questions;

    private Task<string?> OneAnswerAsync(string question, Question? kind, TimeSpan? timeout, string call) => kind is not { IsMultiSelect: true }
        ? Questions.AskAsync(question, kind ?? Question.Text, timeout, call)
        : throw new ArgumentException($"This question takes several answers. Ask it with {nameof(AskManyAsync)}.", nameof(kind));

    private Task<IReadOnlyList<string>?> SeveralAnswersAsync(string question, Question kind, TimeSpan? timeout, string call)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.IsMultiSelect
            ? Choices.ReadAsync(Questions.AskAsync(question, kind, timeout, call))
            : throw new ArgumentException($"This question takes one answer. Ask it with {nameof(AskAsync)}.", nameof(kind));
    }
}
