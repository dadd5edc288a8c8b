using System.ClientModel;
using System.ClientModel.Primitives;
using Agnt5;
using Microsoft.Extensions.AI;
using OpenAI;

namespace SupportAgent.Models;

/// <summary>The model of the agents: rules, or the provider that the section <c>Model</c> of the configuration names (<c>Provider</c>, <c>Name</c>, <c>Key</c>, <c>Address</c>).</summary>
internal static partial class ChatModels
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton(Connect(configuration.GetSection("Model")));

    private static IChatClient Connect(IConfigurationSection model)
    {
        IChatClient? client = null;
        switch (model["Provider"]?.ToLowerInvariant())
        {
            case null or "" or "rules":
                return new RuleBasedChatClient(SupportRules.All);
            case "openai":
                client = ConnectOpenAI(model);
                break;
            case "anthropic":
                ConnectAnthropic(model, ref client);
                break;
            case "ollama":
                ConnectOllama(model, ref client);
                break;
            default:
                throw new InvalidOperationException($"Model:Provider is '{model["Provider"]}', and has to be rules, openai, anthropic or ollama.");
        }

        return client is null
            ? throw new InvalidOperationException($"This binary has no client for {model["Provider"]}, whose package serializes with reflection. Use dotnet run.")
            : new NamedModel(client, Needed(model, "Name"));
    }

    private static IChatClient ConnectOpenAI(IConfigurationSection model)
    {
        var options = new OpenAIClientOptions { Transport = new HttpClientPipelineTransport(NewHttpClient()), RetryPolicy = new ClientRetryPolicy(0) };
        // Many other providers speak the same protocol at an address of their own.
        if (model["Address"] is { Length: > 0 } address)
            options.Endpoint = new Uri(address);
        return new OpenAIClient(new ApiKeyCredential(Needed(model, "Key")), options).GetChatClient(Needed(model, "Name")).AsIChatClient();
    }

    // The bodies are in ChatModels.Reflective.cs, which is not a part of the native binary.
    static partial void ConnectAnthropic(IConfigurationSection model, ref IChatClient? client);

    static partial void ConnectOllama(IConfigurationSection model, ref IChatClient? client);

    // The SDK makes and records the retries, and a wait that does not fit the request becomes a timer. The handler reads the waits. The clients themselves must not retry.
    private static HttpClient NewHttpClient() => new(new RetryAfterHandler { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) } });

    private static string Needed(IConfigurationSection model, string setting) => model[setting] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"Model:{setting} is missing. Set the environment variable Model__{setting}, or use dotnet user-secrets set Model:{setting}.");
}
