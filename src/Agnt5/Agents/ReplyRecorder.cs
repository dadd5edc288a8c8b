using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// Makes the record of a model's reply: what the rest of the turn and the provider need, in a form that a replay can read. The live turn goes on with the record too, so that both send the same.
/// </summary>
/// <param name="ids">The ids of the turn's calls.</param>
/// <param name="leftOut">Is told the types of what has no JSON form, and is not recorded.</param>
internal sealed class ReplyRecorder(CallIds ids, Action<string> leftOut)
{
    private static readonly JsonTypeInfo<AIContent> ContentInfo = (JsonTypeInfo<AIContent>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(AIContent));

    private readonly Dictionary<string, string> _idsOfReply = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private bool _keepsIds;

    public ChatResponse ToRecord(ChatResponse reply)
    {
        // A provider that keeps the conversation matches results with the calls that it has kept.
        _keepsIds = reply.ConversationId is not null;
        if (_keepsIds)
            // So that none of them is made up for another call.
            ids.Add(reply);
        return new([.. reply.Messages.Select(ToRecord)])
        {
            ResponseId = reply.ResponseId,
            ConversationId = reply.ConversationId,
            ModelId = reply.ModelId,
            CreatedAt = reply.CreatedAt,
            FinishReason = reply.FinishReason,
            Usage = reply.Usage,
        };
    }

    private ChatMessage ToRecord(ChatMessage message) => new(message.Role, [.. message.Contents.Select(ToRecord).OfType<AIContent>()])
    {
        AuthorName = message.AuthorName,
        MessageId = message.MessageId,
        AdditionalProperties = ReplyProperties.ToRecord(message.AdditionalProperties, leftOut),
    };

    private AIContent? ToRecord(AIContent content)
    {
        var properties = ReplyProperties.ToRecord(content.AdditionalProperties, leftOut);
        AIContent? recorded = content switch
        {
            TextReasoningContent reasoning => new TextReasoningContent(WireText.Repair(reasoning.Text)) { ProtectedData = reasoning.ProtectedData },
            TextContent text => new TextContent(WireText.Repair(text.Text)),
            FunctionCallContent call => ToRecord(call, ref properties),
            FunctionResultContent result => ToRecord(result),
            ErrorContent error => new ErrorContent(WireText.Repair(error.Message ?? "")) { ErrorCode = error.ErrorCode, Details = error.Details },
            DataContent data => new DataContent(data.Uri, data.MediaType) { Name = data.Name },
            UriContent uri => new UriContent(uri.Uri, uri.MediaType),
            // The reply's usage counts the tokens already.
            UsageContent => null,
            _ => ThroughJson(content),
        };
        if (recorded is not null)
            recorded.AdditionalProperties = properties;
        return recorded;
    }

    private FunctionCallContent ToRecord(FunctionCallContent call, ref AdditionalPropertiesDictionary? properties)
    {
        var (arguments, unrecorded) = RecordedArguments.Of(call);
        if ((ModelReply.FindInvalidArguments(call) ?? unrecorded) is { } problem)
            (properties ??= [])[ModelReply.InvalidArguments] = WireText.OfFailure(problem);
        var id = _idsOfReply[call.CallId] = IdOf(WireText.Repair(call.CallId));
        return new FunctionCallContent(id, WireText.Repair(call.Name), arguments) { InformationalOnly = call.InformationalOnly };
    }

    private string IdOf(string given)
    {
        if (!_keepsIds)
            return ids.Take(given);
        return !string.IsNullOrWhiteSpace(given) && _kept.Add(given) ? given : ids.Take("");
    }

    // A client that calls functions itself has their results in its reply.
    private FunctionResultContent ToRecord(FunctionResultContent result)
    {
        if (!ReplyProperties.TryRecord(result.Result, out var recorded))
            leftOut(result.Result!.GetType().Name);
        return new FunctionResultContent(_idsOfReply.GetValueOrDefault(result.CallId, result.CallId), recorded);
    }

    // Contents of rarer kinds, such as the searches of a provider's own tools. Clients use few of them.
    private AIContent? ThroughJson(AIContent content)
    {
        if (content.GetType() == typeof(AIContent))
        {
            // Without a client's own object it is an annotation of another content.
            if (content.RawRepresentation is { } raw)
                leftOut(raw.GetType().Name);
            return null;
        }

        try
        {
            // They are recorded apart. The client may give the same object to turns that run at the same time, so it stays as it is.
            var copy = (AIContent)CopyOf(content);
            copy.AdditionalProperties = null;
            return JsonSerializer.SerializeToElement(copy, ContentInfo).Deserialize(ContentInfo);
        }
        catch (Exception)
        {
            // It has no JSON form, or its own code fails.
            leftOut(content.GetType().Name);
            return null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "MemberwiseClone")]
    private static extern object CopyOf(object content);
}
