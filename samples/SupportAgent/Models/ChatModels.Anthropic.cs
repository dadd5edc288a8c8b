using Agnt5;
using Anthropic;
using Microsoft.Extensions.AI;

namespace SupportAgent.Models;

internal static partial class ChatModels
{
    // The key of a client is the first part of the models' names: anthropic/…
    static partial void AddAnthropic(IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is not { Length: > 0 } key)
            return;

        services.AddKeyedSingleton<IChatClient>("anthropic", (_, _) => new AnthropicClient
        {
            ApiKey = key,
            // The SDK makes and records the retries, and a wait that does not fit the request becomes a timer. So the client must not retry.
            MaxRetries = 0,
            HttpClient = new HttpClient(new RetryAfterHandler { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) } }),
        }.AsIChatClient());
    }
}
