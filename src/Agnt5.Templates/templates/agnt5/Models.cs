using System.ClientModel;
using System.ClientModel.Primitives;
using Agnt5;
using Microsoft.Extensions.AI;
using OpenAI;

namespace EndpointNamespace;

/// <summary>
/// The client of each model whose name begins with "openai/". Any other <see cref="IChatClient"/> is registered in the same way, under the name that stands before the slash.
/// </summary>
internal static class Models
{
    public static void AddTo(IServiceCollection services, IConfiguration configuration) => services.AddKeyedSingleton("openai", (_, _) => Connect(configuration));

    private static IChatClient Connect(IConfiguration configuration)
    {
        if (configuration["Model:Key"] is not { Length: > 0 } key)
            throw new NonRetryableException("The model has no key. Call 'dotnet user-secrets set Model:Key …' in the project's folder, or set the variable Model__Key, and start again.");

        // AGNT5 makes and records the retries. The handler reads when the provider wants the next one.
        var options = new OpenAIClientOptions
        {
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(new HttpClient(new RetryAfterHandler { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) } })),
        };
        // Many other providers, and servers on your own machine, speak the same protocol.
        if (configuration["Model:Address"] is { Length: > 0 } address)
            options.Endpoint = new Uri(address);
        // Each call names the model that its agent has.
        return new OpenAIClient(new ApiKeyCredential(key), options).GetChatClient("gpt-5-mini").AsIChatClient();
    }
}
