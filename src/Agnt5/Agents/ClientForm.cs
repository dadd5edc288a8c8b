using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>What a model's client can send, and how it sends the results of tools best. A client that stands for another one, such as a playback, gives that one's form as a service.</summary>
/// <param name="TakesContents">Whether it sends images and files within a result.</param>
/// <param name="ReadsJson">Whether it puts results into JSON, so that a text of JSON is better given as JSON.</param>
/// <param name="TakesToolMode">Whether it can tell the model that no tool may be called.</param>
internal sealed record ClientForm(bool TakesContents, bool ReadsJson, bool TakesToolMode)
{
    // The clients behind the adapters, looked up by name, since the endpoint does not depend on the packages.
    private static readonly Type? Anthropic = Type.GetType("Anthropic.IAnthropicClient, Anthropic");
    private static readonly Type? Responses = Type.GetType("OpenAI.Responses.ResponsesClient, OpenAI");
    private static readonly Type? Ollama = Type.GetType("OllamaSharp.IOllamaApiClient, OllamaSharp");

    public static ClientForm Of(IChatClient client)
    {
        if (client.GetService<ClientForm>() is { } given)
            return given;

        var isOllama = Is(client, Ollama);
        return new(TakesContents: Is(client, Anthropic) || Is(client, Responses), ReadsJson: isOllama, TakesToolMode: !isOllama);
    }

    private static bool Is(IChatClient client, Type? type) => type is not null && client.GetService(type) is not null;
}
