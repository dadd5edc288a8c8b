using Microsoft.Extensions.AI;

namespace SupportAgent.Models;

/// <summary>Who answers for the agents: rules, and Anthropic's models where its key is in the environment.</summary>
internal static partial class ChatModels
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IChatClient>(_ => new RuleBasedChatClient(SupportRules.All));
        AddAnthropic(services);
    }

    // Has a body in ChatModels.Anthropic.cs, which a native binary is built without.
    static partial void AddAnthropic(IServiceCollection services);
}
