using Microsoft.Extensions.AI;

namespace SupportAgent.Models;

/// <summary>The models of the agents: rules, and Anthropic's models where its key is in the environment.</summary>
internal static partial class ChatModels
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IChatClient>(_ => new RuleBasedChatClient(SupportRules.All));
        AddAnthropic(services);
    }

    // The body is in ChatModels.Anthropic.cs, which is not a part of the native binary.
    static partial void AddAnthropic(IServiceCollection services);
}
