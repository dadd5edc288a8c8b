using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Makes the record of a model's reply: the parts that the rest of the turn needs, in a form that a replay can read.</summary>
internal static class ModelReply
{
    private const string InvalidArguments = "agnt5.invalid_arguments";

    public static JsonTypeInfo<ChatResponse> TypeInfo { get; } = (JsonTypeInfo<ChatResponse>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatResponse));

    /// <summary>Reduces a reply to its record. Additions of providers have no JSON form that a replay could rely on, so they are left out.</summary>
    public static ChatResponse ToRecord(ChatResponse reply) => new([.. reply.Messages.Select(ToRecord)])
    {
        ResponseId = reply.ResponseId,
        ConversationId = reply.ConversationId,
        ModelId = reply.ModelId,
        CreatedAt = reply.CreatedAt,
        FinishReason = reply.FinishReason,
        Usage = reply.Usage,
    };

    /// <summary>The problem with the arguments of a call that the client could not read, or <see langword="null"/>.</summary>
    public static string? InvalidArgumentsOf(FunctionCallContent call) => call.AdditionalProperties?.TryGetValue(InvalidArguments, out var problem) == true ? problem?.ToString() : null;

    private static ChatMessage ToRecord(ChatMessage message) => new(message.Role, [.. message.Contents.Select(ToRecord).OfType<AIContent>()])
    {
        AuthorName = message.AuthorName,
        MessageId = message.MessageId,
    };

    private static AIContent? ToRecord(AIContent content) => content switch
    {
        TextReasoningContent reasoning => new TextReasoningContent(WireText.Repair(reasoning.Text)) { ProtectedData = reasoning.ProtectedData },
        TextContent text => new TextContent(WireText.Repair(text.Text)),
        FunctionCallContent call => ToRecord(call),
        ErrorContent error => new ErrorContent(WireText.Repair(error.Message ?? "")) { ErrorCode = error.ErrorCode, Details = error.Details },
        DataContent data => new DataContent(data.Uri, data.MediaType) { Name = data.Name },
        UriContent uri => new UriContent(uri.Uri, uri.MediaType),
        // The reply's usage counts the tokens already. All other content concerns only the provider and its client.
        _ => null,
    };

    // A model may be cut off within a character. The live reply must equal its record.
    private static Dictionary<string, object?>? Repair(IDictionary<string, object?>? arguments) => arguments?.ToDictionary(
        static argument => WireText.Repair(argument.Key),
        static argument => argument.Value switch
        {
            string text => WireText.Repair(text),
            JsonElement json => WireText.Repair(json),
            var other => other,
        });

    private static FunctionCallContent ToRecord(FunctionCallContent call)
    {
        var recorded = new FunctionCallContent(WireText.Repair(call.CallId), WireText.Repair(call.Name), Repair(call.Arguments)) { InformationalOnly = call.InformationalOnly };
        if (call.Exception is { } exception)
            recorded.AdditionalProperties = new AdditionalPropertiesDictionary { [InvalidArguments] = WireText.OfFailure(exception.Message) };
        return recorded;
    }
}
