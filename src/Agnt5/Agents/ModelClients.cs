using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents;

/// <summary>Finds the registered client of a model: the client with the provider's name as its key, else the client without a key.</summary>
internal static class ModelClients
{
    /// <summary>Finds the client, and the model's name for that client: without the provider's name for the client of the provider, else in full.</summary>
    /// <exception cref="NonRetryableException">No client is registered for the model.</exception>
    public static (IChatClient Client, string ModelId) Resolve(ModelName model, string agent, IServiceProvider services)
    {
        if (model.Provider is { } provider && services is IKeyedServiceProvider && services.GetKeyedService<IChatClient>(provider) is { } keyed)
            return (keyed, model.Id);
        if (services.GetService<IChatClient>() is { } any)
            return (any, model.Full);
        throw new NonRetryableException(Missing(model, agent));
    }

    /// <summary>Whether <see cref="Resolve"/> will find a client. <see langword="true"/> where the container cannot tell.</summary>
    public static bool IsRegistered(ModelName model, IServiceProvider services) => services.GetService<IServiceProviderIsService>() is not { } registered
        || registered.IsService(typeof(IChatClient))
        || (model.Provider is { } provider && registered is IServiceProviderIsKeyedService keyed && keyed.IsKeyedService(typeof(IChatClient), provider));

    public static string Missing(ModelName model, string agent) =>
        $"Agent '{agent}' uses the model '{model.Full}', but no IChatClient is registered for it. Add "
        + (model.Provider is { } provider ? $"builder.Services.AddKeyedSingleton<IChatClient>(\"{provider}\", …) for the models of '{provider}', or " : "")
        + "builder.Services.AddSingleton<IChatClient>(…) for all models.";
}
