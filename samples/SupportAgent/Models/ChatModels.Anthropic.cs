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
            // Attempts are recorded, and a wait that does not fit the request becomes a timer; so the client makes none of its own.
            MaxRetries = 0,
            HttpClient = new HttpClient(new RetryAfterHandler { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) } }),
        }.AsIChatClient());
    }
}
