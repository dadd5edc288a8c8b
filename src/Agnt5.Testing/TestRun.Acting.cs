using System.Text.Json;
using Agnt5.Json;
using Agnt5.Testing.Waiting;

namespace Agnt5.Testing;

public partial class TestRun
{
    /// <summary>Waits for the run's question, and answers it.</summary>
    /// <param name="answer">An option's id, or a text. An answer that is neither is refused by the component, which asks again.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Agnt5TestException">The run asks nothing.</exception>
    public async Task AnswerAsync(string answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        await WaitForQuestionAsync(cancellationToken).ConfigureAwait(false);
        await Host.Engine.AnswerAsync(Id, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for the run's question, and answers it with several options.</summary>
    /// <param name="optionIds">The options' ids.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Agnt5TestException">The run asks nothing.</exception>
    public Task AnswerAsync(IEnumerable<string> optionIds, CancellationToken cancellationToken = default) =>
        AnswerAsync(JsonSerializer.Serialize([.. optionIds], AnswerJson.Default.StringArray), cancellationToken);

    /// <summary>Waits for the run's question, and skips it.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Agnt5TestException">The run asks nothing.</exception>
    public Task SkipAsync(CancellationToken cancellationToken = default) => AnswerAsync("__skipped__", cancellationToken);

    /// <summary>Waits for the run to ask for an approval, and approves.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Agnt5TestException">The run asks for none.</exception>
    public Task ApproveAsync(CancellationToken cancellationToken = default) => DecideAsync("approve", cancellationToken);

    /// <summary>Waits for the run to ask for an approval, and rejects.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Agnt5TestException">The run asks for none.</exception>
    public Task RejectAsync(CancellationToken cancellationToken = default) => DecideAsync("reject", cancellationToken);

    /// <summary>Sends the run a signal without a payload. It keeps the signal until it waits for it.</summary>
    /// <param name="name">The signal's name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Local.LocalAgnt5Exception">The run has ended.</exception>
    public Task SignalAsync(string name, CancellationToken cancellationToken = default) => Host.Engine.SignalAsync(Id, name, default, cancellationToken);

    /// <summary>Sends the run a signal. It keeps the signal until it waits for it.</summary>
    /// <param name="name">The signal's name.</param>
    /// <param name="payload">The payload, of a type that the component waits for, or JSON.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5TestException">The component knows no such type.</exception>
    /// <exception cref="Local.LocalAgnt5Exception">The run has ended.</exception>
    public Task SignalAsync<T>(string name, T payload, CancellationToken cancellationToken = default) =>
        Host.Engine.SignalAsync(Id, name, BoundJson.Write(payload, Host.Types.Of<T>(Host.Types.Find(State), "the payload")), cancellationToken);

    /// <summary>
    /// Waits for the run to sleep, or to wait for the next attempt of a step, and ends that. No clock moves, so nothing else comes due. It works for a deployed endpoint too.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Agnt5TestException">The run does not sleep.</exception>
    public async Task SkipSleepAsync(CancellationToken cancellationToken = default)
    {
        await WaitForSleepAsync(cancellationToken).ConfigureAwait(false);
        await Host.Engine.SkipAsync(Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Cancels the run at once, whatever it does.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Local.LocalAgnt5Exception">The run has ended.</exception>
    public Task CancelAsync(string reason = "manual", CancellationToken cancellationToken = default) => Host.Engine.CancelAsync(Id, reason, cancellationToken);

    private async Task DecideAsync(string decision, CancellationToken cancellationToken)
    {
        var question = await WaitForQuestionAsync(cancellationToken).ConfigureAwait(false);
        if (question.InputType != "approval")
            throw Host.FailureOf(State, $"'{question.Text}' asks for no approval, but for {question.InputType}. {Explanation.Of(State, Host)}");
        await Host.Engine.AnswerAsync(Id, decision, cancellationToken).ConfigureAwait(false);
    }
}
