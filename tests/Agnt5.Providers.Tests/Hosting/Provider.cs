using System.ClientModel;
using System.ClientModel.Primitives;
using Agnt5.Providers.Tests.Wire;
using Anthropic;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace Agnt5.Providers.Tests.Hosting;

/// <summary>A provider with its real adapter for <see cref="IChatClient"/>, and the wire that the adapter speaks.</summary>
/// <param name="Name">The name for the output of tests.</param>
/// <param name="Wire">What the provider's replies look like.</param>
/// <param name="Connect">Makes the adapter's client for an address. It makes no retries of its own.</param>
public sealed record Provider(string Name, IProviderWire Wire, Func<Uri, IChatClient> Connect)
{
    public static Provider Anthropic { get; } = new(
        "Anthropic", new AnthropicWire(), static address => new AnthropicClient { ApiKey = "key", BaseUrl = address.ToString(), MaxRetries = 0 }.AsIChatClient());

    public static Provider OpenAIChat { get; } = new("OpenAI chat", new OpenAIChatWire(), static address => OpenAI(address).GetChatClient("model").AsIChatClient());

#pragma warning disable OPENAI001 // The package calls its client for responses experimental; it is what users of the newer models have.
    public static Provider OpenAIResponses { get; } = new("OpenAI responses", new OpenAIResponsesWire(), static address => OpenAI(address).GetResponsesClient().AsIChatClient("model"));
#pragma warning restore OPENAI001

    public static Provider Ollama { get; } = new("Ollama", new OllamaWire(), static address => new OllamaApiClient(address, "model"));

    public static IReadOnlyList<Provider> All { get; } = [Anthropic, OpenAIChat, OpenAIResponses, Ollama];

    /// <summary>For theories: each provider's name.</summary>
    public static TheoryData<string> Names() => new(All.Select(static provider => provider.Name));

    /// <summary>For theories: each provider's name, with replies that come whole and replies that are streamed.</summary>
    public static TheoryData<string, bool> WholeAndStreamed()
    {
        var data = new TheoryData<string, bool>();
        foreach (var provider in All)
        {
            data.Add(provider.Name, false);
            data.Add(provider.Name, true);
        }

        return data;
    }

    public static Provider Named(string name) => All.Single(provider => provider.Name == name);

    public override string ToString() => Name;

    private static OpenAIClient OpenAI(Uri address) => new(new ApiKeyCredential("key"), new OpenAIClientOptions { Endpoint = address, RetryPolicy = new ClientRetryPolicy(0) });
}
