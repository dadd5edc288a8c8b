using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Agnt5.Providers.Tests.Hosting;

#pragma warning disable SCME0001 // The adapter has no other place for fields that OpenAI does not have.
/// <summary>Keeps the thought signatures of Gemini, which its OpenAI-compatible API has in <c>extra_content</c> of each call, and wants back. The adapter of OpenAI drops them.</summary>
public sealed class GeminiSignatures(IChatClient inner) : DelegatingChatClient(inner)
{
    private const string Extra = "extra_content";

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var reply = await base.GetResponseAsync(messages.Select(WithSignatures), options, cancellationToken);
        foreach (var call in reply.Messages.SelectMany(static said => said.Contents).OfType<FunctionCallContent>())
        {
            if (call.RawRepresentation is ChatToolCall raw && raw.Patch.Contains("$.extra_content"u8))
                (call.AdditionalProperties ??= [])[Extra] = JsonSerializer.Deserialize<JsonElement>(raw.Patch.GetJson("$.extra_content"u8));
        }

        return reply;
    }

    private static ChatMessage WithSignatures(ChatMessage message)
    {
        FunctionCallContent[] calls = [.. message.Contents.OfType<FunctionCallContent>()];
        if (!calls.Any(static call => call.AdditionalProperties?.ContainsKey(Extra) == true))
            return message;

        var raw = new AssistantChatMessage(calls.Select(static call =>
        {
            var written = ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromObjectAsJson(call.Arguments));
            if (call.AdditionalProperties?.TryGetValue(Extra, out var extra) == true)
                written.Patch.Set("$.extra_content"u8, BinaryData.FromObjectAsJson(extra));
            return written;
        }));
        if (message.Text is { Length: > 0 } text)
            raw.Content.Add(ChatMessageContentPart.CreateTextPart(text));
        return new ChatMessage(message.Role, message.Contents) { RawRepresentation = raw };
    }
}
#pragma warning restore SCME0001
