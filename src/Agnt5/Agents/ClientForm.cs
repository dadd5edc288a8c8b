using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>The form in which a model's client sends the results of tools best. A client that stands for another one, such as a playback, gives that one's form as a service.</summary>
/// <param name="TakesContents">Whether it sends images and files within a result.</param>
/// <param name="ReadsJson">Whether it puts results into JSON, so that a text of JSON is better given as JSON.</param>
internal sealed record ClientForm(bool TakesContents, bool ReadsJson)
{
    // The clients behind the adapters, looked up by name, since the endpoint does not depend on the packages.
    private static readonly Type? Anthropic = Type.GetType("Anthropic.IAnthropicClient, Anthropic");
    private static readonly Type? Responses = Type.GetType("OpenAI.Responses.ResponsesClient, OpenAI");
    private static readonly Type? Ollama = Type.GetType("OllamaSharp.IOllamaApiClient, OllamaSharp");

    public static ClientForm Of(IChatClient client) => client.GetService<ClientForm>() ?? new(Is(client, Anthropic) || Is(client, Responses), Is(client, Ollama));

    private static bool Is(IChatClient client, Type? type) => type is not null && client.GetService(type) is not null;
}
