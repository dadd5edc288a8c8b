using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Client.Wire;

namespace Agnt5;

/// <summary>A run, to wait for, follow, answer and end.</summary>
/// <typeparam name="T">The output's type; <see cref="JsonElement"/> where it is untyped.</typeparam>
public sealed class RunHandle<T>
{
    private readonly Agnt5Client _client;
    private readonly OutputReader<T> _output;
    private readonly CallOptions? _options;

    internal RunHandle(Agnt5Client client, string id, OutputReader<T> output, CallOptions? options)
    {
        Id = id;
        _client = client;
        _output = output;
        // Calls about a run need its tenant. It is pinned to its deployment already, and belongs to a trace of its own.
        _options = options?.TenantId is { Length: > 0 } tenant ? new CallOptions { TenantId = tenant } : null;
    }

    /// <summary>The run's id.</summary>
    public string Id { get; }

    /// <summary>Waits until the run has ended, through all of its pauses, and reads its output.</summary>
    /// <param name="timeout">How long to wait. Default: as long as it takes.</param>
    /// <param name="cancellationToken">Ends the wait, and not the run.</param>
    /// <exception cref="Agnt5Exception">The run did not end well; the wait was over (<see cref="Agnt5ClientErrors.WaitTimeout"/>); or a call went wrong.</exception>
    public Task<T> WaitAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => _client.WaitAsync(Id, _output, timeout, _options, cancellationToken);

    /// <summary>Waits until the run has ended, however it ends.</summary>
    /// <param name="timeout">How long to wait. Default: as long as it takes.</param>
    /// <param name="cancellationToken">Ends the wait, and not the run.</param>
    /// <exception cref="Agnt5Exception">The wait was over (<see cref="Agnt5ClientErrors.WaitTimeout"/>), or a call went wrong.</exception>
    public Task<RunInfo> WaitForEndAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => _client.WaitForEndAsync(Id, timeout, _options, cancellationToken);

    /// <summary>Waits until the run asks a question. Returns <see langword="null"/> when it ended without one.</summary>
    /// <param name="timeout">How long to wait. Default: as long as it takes.</param>
    /// <param name="cancellationToken">Ends the wait, and not the run.</param>
    /// <exception cref="Agnt5Exception">The wait was over (<see cref="Agnt5ClientErrors.WaitTimeout"/>), or a call went wrong.</exception>
    public Task<RunQuestion?> WaitForQuestionAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _client.WaitForQuestionAsync(Id, timeout, _options, cancellationToken);

    /// <summary>Reads what the run asks now, or <see langword="null"/> while it asks nothing.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<RunQuestion?> QuestionAsync(CancellationToken cancellationToken = default) => _client.QuestionAsync(Id, _options, cancellationToken);

    /// <summary>Reads how far the run has come.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<RunInfo> StatusAsync(CancellationToken cancellationToken = default) => _client.StatusAsync(Id, _options, cancellationToken);

    /// <summary>Lists what has happened in the run so far.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<IReadOnlyList<RunEvent>> EventsAsync(CancellationToken cancellationToken = default) => _client.EventsAsync(Id, _options, cancellationToken);

    /// <summary>Follows the run: what has happened, and what happens until it ends.</summary>
    /// <param name="cancellationToken">Ends the stream, and not the run.</param>
    /// <exception cref="Agnt5Exception">The gateway could not be reached again.</exception>
    public IAsyncEnumerable<RunEvent> LiveEventsAsync(CancellationToken cancellationToken = default) => _client.LiveEventsAsync(Id, _options, cancellationToken);

    /// <summary>Answers the question that the run asks.</summary>
    /// <param name="answer">The text, or the id of the option.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The run asks nothing (<see cref="Agnt5ClientErrors.NoQuestion"/>), or the call went wrong.</exception>
    public Task AnswerAsync(string answer, CancellationToken cancellationToken = default) => _client.AnswerAsync(Id, answer, Answering(), cancellationToken);

    /// <summary>Answers a question that takes several options.</summary>
    /// <param name="optionIds">The ids of the options.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The run asks nothing (<see cref="Agnt5ClientErrors.NoQuestion"/>), or the call went wrong.</exception>
    public Task AnswerAsync(IEnumerable<string> optionIds, CancellationToken cancellationToken = default) => _client.AnswerAsync(Id, optionIds, Answering(), cancellationToken);

    /// <summary>Skips the question that the run asks.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The run asks nothing (<see cref="Agnt5ClientErrors.NoQuestion"/>), or the call went wrong.</exception>
    public Task SkipAsync(CancellationToken cancellationToken = default) => _client.SkipAsync(Id, Answering(), cancellationToken);

    /// <summary>Sends the run a signal.</summary>
    /// <param name="name">The signal's name.</param>
    /// <param name="payload">The payload. Default: none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<SignalReceipt> SignalAsync(string name, JsonElement payload = default, CancellationToken cancellationToken = default) =>
        _client.SignalAsync(Id, name, payload, _options, cancellationToken);

    /// <summary>Sends the run a signal with a typed payload.</summary>
    /// <param name="name">The signal's name.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="payloadType">The JSON metadata of the payload.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task<SignalReceipt> SignalAsync<TPayload>(string name, TPayload payload, JsonTypeInfo<TPayload> payloadType, CancellationToken cancellationToken = default) =>
        _client.SignalAsync(Id, name, payload, payloadType, _options, cancellationToken);

    /// <summary>Approves what the run wants to do.</summary>
    /// <param name="approvalId">The approval that it asks for.</param>
    /// <param name="decision">Who decided, and why.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task ApproveAsync(string approvalId, ApprovalDecision? decision = null, CancellationToken cancellationToken = default) =>
        _client.ApproveAsync(Id, approvalId, decision, _options, cancellationToken);

    /// <summary>Rejects what the run wants to do.</summary>
    /// <param name="approvalId">The approval that it asks for.</param>
    /// <param name="decision">Who decided, and why.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public Task RejectAsync(string approvalId, ApprovalDecision? decision = null, CancellationToken cancellationToken = default) =>
        _client.RejectAsync(Id, approvalId, decision, _options, cancellationToken);

    /// <summary>Cancels the run.</summary>
    /// <param name="reason">Why. Default: <c>manual</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The run has ended (<see cref="Agnt5Exception.StatusCode"/> 409), or the call went wrong.</exception>
    public Task CancelAsync(string? reason = null, CancellationToken cancellationToken = default) => _client.CancelAsync(Id, reason, _options, cancellationToken);

    private AnswerOptions? Answering() => _options is null ? null : new() { TenantId = _options.TenantId };
}
