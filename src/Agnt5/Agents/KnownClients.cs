using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Recognizes the clients behind the adapters. They are looked up by name, since the endpoint does not depend on the packages.</summary>
internal static class KnownClients
{
    private static readonly Type? Anthropic = Type.GetType("Anthropic.IAnthropicClient, Anthropic");
    private static readonly Type? Responses = Type.GetType("OpenAI.Responses.ResponsesClient, OpenAI");
    private static readonly Type? Ollama = Type.GetType("OllamaSharp.IOllamaApiClient, OllamaSharp");

    public static bool IsOllama(IChatClient client) => Is(client, Ollama);

    /// <summary>Whether the adapter sends images and files within the results of tools.</summary>
    public static bool TakesContentsInResults(IChatClient client) => Is(client, Anthropic) || Is(client, Responses);

    private static bool Is(IChatClient client, Type? type) => type is not null && client.GetService(type) is not null;
}
