using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Client.Wire;

namespace Agnt5;

public sealed partial class Agnt5Client
{
    private const string Skipped = "__skipped__";

    /// <summary>
    /// Answers the question that a run asks. The run's events are read first: where its newest pause is a sleep or a wait for a signal, the answer is not sent, because AGNT5 would give it to
    /// the next question, which nobody has seen.
    /// </summary>
    /// <param name="runId">The run.</param>
    /// <param name="answer">The text, or the id of the option.</param>
    /// <param name="options">The tenant, and whether to send it in any case.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The run asks nothing (<see cref="Agnt5ClientErrors.NoQuestion"/>), is not paused (409) or not known (404), or the call went wrong.</exception>
    public async Task AnswerAsync(string runId, string answer, AnswerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var path = $"/v1/workflows/resume/{GatewayPath.Segment(runId, nameof(runId))}";
        if (options is not { EvenUnasked: true } && await NewestQuestionAsync(runId, options, cancellationToken).ConfigureAwait(false) is null)
            throw new Agnt5Exception(
                Agnt5ClientErrors.NoQuestion,
                $"The run {runId} asks nothing: its newest pause is no question.",
                "Wait until it asks (WaitForQuestionAsync). With EvenUnasked the answer goes to its next question, unseen.") { RunId = runId };
        await PostAsync(path, Bodies.Object(writer => writer.WriteString("user_response", answer)), options, runId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Answers a question that takes several options.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="optionIds">The ids of the options.</param>
    /// <param name="options">The tenant, and whether to send it in any case.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The run asks nothing (<see cref="Agnt5ClientErrors.NoQuestion"/>), or the call went wrong.</exception>
    public Task AnswerAsync(string runId, IEnumerable<string> optionIds, AnswerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(optionIds);
        return AnswerAsync(runId, Bodies.ArrayText(optionIds), options, cancellationToken);
    }

    /// <summary>Skips the question that a run asks.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="options">The tenant, and whether to send it in any case.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The run asks nothing (<see cref="Agnt5ClientErrors.NoQuestion"/>), or the call went wrong.</exception>
    public Task SkipAsync(string runId, AnswerOptions? options = null, CancellationToken cancellationToken = default) => AnswerAsync(runId, Skipped, options, cancellationToken);

    /// <summary>Sends a run a signal. It is kept until the run waits for it.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="name">The signal's name.</param>
    /// <param name="payload">The payload. Default: null.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">There is no such run, it has ended, or the call went wrong.</exception>
    public Task<SignalReceipt> SignalAsync(string runId, string name, JsonElement payload = default, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        SignalAsync(runId, name, Payload(payload), options, cancellationToken);

    /// <summary>Sends a run a signal with a typed payload.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="name">The signal's name.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="payloadType">The JSON metadata of the payload.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">There is no such run, it has ended, or the call went wrong.</exception>
    public Task<SignalReceipt> SignalAsync<TPayload>(
        string runId, string name, TPayload payload, JsonTypeInfo<TPayload> payloadType, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        SignalAsync(runId, name, Bodies.Member("payload", payload, payloadType), options, cancellationToken);

    /// <summary>Approves what a run wants to do.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="approvalId">The approval that it asks for.</param>
    /// <param name="decision">Who decided, and why.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The run asks for no such approval, or the call went wrong.</exception>
    public Task ApproveAsync(string runId, string approvalId, ApprovalDecision? decision = null, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        DecideAsync(runId, approvalId, "approve", decision, options, cancellationToken);

    /// <summary>Rejects what a run wants to do.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="approvalId">The approval that it asks for.</param>
    /// <param name="decision">Who decided, and why.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The run asks for no such approval, or the call went wrong.</exception>
    public Task RejectAsync(string runId, string approvalId, ApprovalDecision? decision = null, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        DecideAsync(runId, approvalId, "reject", decision, options, cancellationToken);

    /// <summary>Cancels a run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="reason">Why. Default: <c>manual</c>.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The run has ended (409), there is none (404), or the call went wrong.</exception>
    public Task CancelAsync(string runId, string? reason = null, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        PostAsync(GatewayPath.Run(runId, "/cancel"), Bodies.Object(writer => writer.Text("reason", reason)), options, runId, cancellationToken);

    private async Task<SignalReceipt> SignalAsync(string runId, string name, ReadOnlyMemory<byte> body, CallOptions? options, CancellationToken cancellationToken)
    {
        var path = GatewayPath.Run(runId, $"/signals/{GatewayPath.Segment(name, nameof(name))}");
        var json = await PostAsync(path, body, options, runId, cancellationToken).ConfigureAwait(false);
        return new(json.Text("run_id") ?? runId, json.Text("signal_id"), json.Text("signal_name") ?? name, json.Flag("resumed"));
    }

    private static ReadOnlyMemory<byte> Payload(JsonElement payload) => Bodies.Object(writer =>
    {
        if (payload.ValueKind == JsonValueKind.Undefined)
            writer.WriteNull("payload");
        else
            writer.Json("payload", payload);
    });

    private Task<JsonElement> DecideAsync(string runId, string approvalId, string verb, ApprovalDecision? decision, CallOptions? options, CancellationToken cancellationToken)
    {
        var body = Bodies.Object(writer =>
        {
            writer.Text("decided_by", decision?.DecidedBy);
            writer.Text("reason", decision?.Reason);
            writer.Json("payload", decision?.Payload ?? default);
        });
        return PostAsync(GatewayPath.Run(runId, $"/approvals/{GatewayPath.Segment(approvalId, nameof(approvalId))}/{verb}"), body, options, runId, cancellationToken);
    }
}
