using System.Text;
using System.Text.Json;
using Agnt5.Agents;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>
/// Has a person approve calls of tools that require confirmation. The client asks the person and calls again with the answer. In a session the client is asked while the call waits.
/// </summary>
/// <param name="seal">Proves that a question was asked.</param>
/// <param name="spent">Remembers the answers that were used.</param>
/// <param name="patience">How long a question stays open in a session.</param>
/// <param name="time">The clock.</param>
internal sealed class ToolApprovals(ApprovalSeal seal, SpentApprovals spent, TimeSpan patience, TimeProvider time)
{
    private const string Question = "approval";
    private const string Decision = "decision";
    private const string Approve = "approve";
    private const string Reject = "reject";

    // A person cannot approve arguments that the question does not show.
    private const int MostReadable = 4000;

    /// <summary>Whether the client says that it asks people.</summary>
    public static bool CanAsk(McpServer server) => server.ClientCapabilities?.Elicitation?.Form is not null;

    /// <returns>Why the call is not made, in words for the model, or <see langword="null"/> when it was approved.</returns>
    /// <exception cref="InputRequiredException">Nobody has been asked about this call yet, and the client asks.</exception>
    /// <exception cref="OperationCanceledException">The client has left.</exception>
    public async ValueTask<string?> FindRefusalAsync(AskedCall call, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        if (call.Arguments.Length > MostReadable)
            return $"A person has to approve this call, and its arguments are too long to be read: {call.Arguments.Length} bytes, and at most {MostReadable}.";
        if (CallScope.Of(request.JsonRpcRequest).IsInSession)
            return RefusalOf(await AskAsync(request.Server, QuestionAbout(call), cancellationToken).ConfigureAwait(false));

        if (seal.Read(call, request.Params.RequestState) is not { } proof || request.Params.InputResponses?.TryGetValue(Question, out var response) is not true)
            throw new InputRequiredException(InputRequests(call), seal.Of(call));
        return await spent.SpendAsync(proof, cancellationToken).ConfigureAwait(false) ?? RefusalOf(Read(response!));
    }

    private static string? RefusalOf(ElicitResult? given) => given switch
    {
        { IsAccepted: true } answer when IsApproval(answer) => null,
        { IsAccepted: true } or { Action: "decline" } => "A person refused this call.",
        _ => "The call was not made: it needs the approval of a person, and nobody gave it.",
    };

    private static Dictionary<string, InputRequest> InputRequests(AskedCall call) =>
        new(StringComparer.Ordinal) { [Question] = InputRequest.ForElicitation(QuestionAbout(call)) };

    private static ElicitRequestParams QuestionAbout(AskedCall call) => new()
    {
        Message = $"May {Readable(call.Tool)} of {Readable(call.Service)} be called with {ToolArguments.Readable(call.Arguments)}?",
        RequestedSchema = new ElicitRequestParams.RequestSchema
        {
            Properties = { [Decision] = new ElicitRequestParams.UntitledSingleSelectEnumSchema { Enum = [Approve, Reject] } },
            Required = [Decision],
        },
    };

    private static string Readable(string name) => ToolArguments.Readable(Encoding.UTF8.GetBytes(name));

    /// <summary>Asks within a session, for some time.</summary>
    /// <returns>What the client answered, or <see langword="null"/> when that is no answer.</returns>
    private async ValueTask<ElicitResult?> AskAsync(McpServer client, ElicitRequestParams question, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLate.Token);
        try
        {
            return await client.ElicitAsync(question, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (tooLate.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception) when (exception is McpException or JsonException or InvalidOperationException)
        {
            // The client answered with an error, or with something else than an answer.
            return null;
        }
    }

    private static ElicitResult? Read(InputResponse response)
    {
        try
        {
            return response.Deserialize(InputResponse.ElicitResultJsonTypeInfo);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsApproval(ElicitResult answer) =>
        answer.Content?.TryGetValue(Decision, out var decision) is true && decision.ValueKind == JsonValueKind.String && decision.ValueEquals(Approve);
}
