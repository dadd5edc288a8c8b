using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents;

/// <summary>Makes the options that a client gets for one call of a model.</summary>
internal static class ModelOptions
{
    /// <param name="options">The options of the loop, or of the agent's code.</param>
    /// <param name="modelId">The client's name for the model.</param>
    /// <param name="call">The call.</param>
    /// <param name="services">The services, where the app may have registered a policy.</param>
    public static ChatOptions For(ChatOptions options, string modelId, ModelCall call, IServiceProvider services)
    {
        var asked = options.Clone();
        if (FindPolicy(call.AgentName, services) is { } policy)
        {
            policy.Apply(asked, call);
            Restore(asked, options);
        }

        asked.ModelId = modelId;
        return asked;
    }

    /// <summary>The policy that the app has registered for an agent, or <see langword="null"/>.</summary>
    public static IModelOptionsPolicy? FindPolicy(string agent, IServiceProvider services) =>
        (services is IKeyedServiceProvider ? services.GetKeyedService<IModelOptionsPolicy>(agent) : null) ?? services.GetService<IModelOptionsPolicy>();

    // The loop reads the reply by these. A policy that forbids or forces tools would keep the agent from answering, and a background reply is none yet.
    private static void Restore(ChatOptions asked, ChatOptions options)
    {
        asked.Tools = options.Tools is null ? null : [.. options.Tools];
        asked.ToolMode = options.ToolMode;
        asked.ResponseFormat = options.ResponseFormat;
        asked.ConversationId = options.ConversationId;
        asked.AllowBackgroundResponses = options.AllowBackgroundResponses;
        asked.ContinuationToken = options.ContinuationToken;
    }
}
