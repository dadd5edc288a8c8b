using System.Globalization;
using Agnt5.Durability.Tests.Workflows;
using Microsoft.Extensions.AI;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>
/// A model whose calls wait at the simulation's gates like the bodies of steps. Its answers depend only on the conversation. An agent's instructions are the prefix of its model calls' keys, and
/// after a bar the number of calls that the turn made before this loop.
/// </summary>
internal sealed class GatedModel(World world) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] conversation = [.. messages];
        var instructions = conversation[0].Text.Split('|');
        var said = conversation.Count(static message => message.Role == ChatRole.Assistant);
        var before = instructions.Length > 1 ? int.Parse(instructions[1], CultureInfo.InvariantCulture) : 0;
        await world.Begin($"{instructions[0]}model:{before + said + 1}").PassAsync(cancellationToken);
        return new ChatResponse(new ChatMessage(
            ChatRole.Assistant, Conversations.Reply(instructions[0], said, conversation))) { Usage = new UsageDetails { InputTokenCount = 2, OutputTokenCount = 1, TotalTokenCount = 3 } };
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Nothing is streamed here.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
