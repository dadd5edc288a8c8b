using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Recording;

/// <summary>The request of a recorded call: what has to be the same when it is played back.</summary>
internal static class RecordedRequest
{
    private static readonly JsonTypeInfo<ChatMessage> MessageInfo = RecordedJson.InfoOf<ChatMessage>();
    private static readonly JsonTypeInfo<ChatOptions> OptionsInfo = RecordedJson.InfoOf<ChatOptions>();

    public static JsonObject Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var request = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(OfMessage)]) };
        if (options is null)
            return request;

        var plain = options.Clone();
        plain.Tools = null;
        plain.RawRepresentationFactory = null;
        request["options"] = ComparedText.In(RecordedJson.Write(plain, OptionsInfo), ModelCall.Current);
        if (options.Tools is { Count: > 0 } tools)
            request["tools"] = OfTools(tools);
        return request;
    }

    private static JsonNode? OfMessage(ChatMessage message)
    {
        var written = RecordedJson.Write(RecordedJson.Known(message), MessageInfo);
        // They may be new in each run.
        written.Remove("createdAt");
        written.Remove("messageId");
        return ComparedText.In(written);
    }

    private static JsonObject OfTools(IEnumerable<AITool> tools)
    {
        var told = new JsonObject();
        foreach (var tool in tools)
            told[tool.Name] = Fingerprint(tool);
        return told;
    }

    // Descriptions and schemas in each call would hide the conversation. A hash tells whether they have changed.
    private static string Fingerprint(AITool tool)
    {
        var told = new JsonArray(tool.Description, (tool as AIFunctionDeclaration)?.JsonSchema is { } schema ? JsonNode.Parse(schema.GetRawText()) : null);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ComparedText.In(told)!.ToJsonString())).AsSpan(0, 8));
    }
}
