using System.Text;
using System.Text.Json;
using Agnt5.Agents;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>
/// Has a person approve calls of tools that require confirmation. The client asks the person and calls again with the answer. In a session of an older revision, the protocol library asks and
/// calls again.
/// </summary>
internal sealed class ToolApprovals(ApprovalSeal seal)
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
    /// <exception cref="InputRequiredException">Nobody has been asked about this call yet.</exception>
    public string? FindRefusal(AskedCall call, RequestParams request)
    {
        if (call.Arguments.Length > MostReadable)
            return $"A person has to approve this call, and its arguments are too long to be read: {call.Arguments.Length} bytes, and at most {MostReadable}.";
        if (!seal.IsOf(call, request.RequestState) || request.InputResponses?.TryGetValue(Question, out var response) is not true)
            throw Ask(call);

        return Read(response!) switch
        {
            { IsAccepted: true } answer when IsApproval(answer) => null,
            { IsAccepted: true } or { Action: "decline" } => "A person refused this call.",
            _ => "The call was not made: it needs the approval of a person, and nobody gave it.",
        };
    }

    private InputRequiredException Ask(AskedCall call)
    {
        var question = new ElicitRequestParams
        {
            Message = $"May {ToolArguments.Readable(Encoding.UTF8.GetBytes(call.Tool))} be called with {ToolArguments.Readable(call.Arguments)}?",
            RequestedSchema = new ElicitRequestParams.RequestSchema
            {
                Properties = { [Decision] = new ElicitRequestParams.UntitledSingleSelectEnumSchema { Enum = [Approve, Reject] } },
                Required = [Decision],
            },
        };
        return new InputRequiredException(new Dictionary<string, InputRequest>(StringComparer.Ordinal) { [Question] = InputRequest.ForElicitation(question) }, seal.Of(call));
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
