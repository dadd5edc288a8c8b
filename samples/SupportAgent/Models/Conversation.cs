using Microsoft.Extensions.AI;

namespace SupportAgent.Models;

/// <summary>The parts of a conversation that a rule can look at.</summary>
/// <param name="Instructions">What the agent is told to be.</param>
/// <param name="Question">What the user said last.</param>
/// <param name="Photos">The images that the user sent with it.</param>
/// <param name="Results">What tools have answered since.</param>
/// <param name="Tools">The names of the tools that may be called.</param>
/// <param name="WantsJson">Whether the answer has to be JSON.</param>
internal sealed record Conversation(string Instructions, string Question, IReadOnlyList<DataContent> Photos, IReadOnlyList<object?> Results, IReadOnlyList<string> Tools, bool WantsJson)
{
    public static Conversation Read(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        var last = messages.Select(static message => message.Role).ToList().LastIndexOf(ChatRole.User);
        return new(
            Instructions: string.Join('\n', messages.Where(static message => message.Role == ChatRole.System).Select(static message => message.Text)),
            Question: last < 0 ? "" : messages[last].Text,
            Photos: last < 0 ? [] : [.. messages[last].Contents.OfType<DataContent>().Where(static content => content.HasTopLevelMediaType("image"))],
            Results: [.. messages.Skip(last + 1).SelectMany(static message => message.Contents).OfType<FunctionResultContent>().Select(static result => result.Result)],
            Tools: [.. options?.Tools?.Select(static tool => tool.Name) ?? []],
            WantsJson: options?.ResponseFormat is ChatResponseFormatJson);
    }

    public bool Says(params string[] words) => words.Any(word => Question.Contains(word, StringComparison.OrdinalIgnoreCase));
}
