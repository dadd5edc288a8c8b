using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents;

/// <summary>Finds the client of a model among the registered ones: the one under the provider's name as its key, else the one without a key.</summary>
internal static class ModelClients
{
    /// <summary>The client, and what it calls the model: a client of the provider's own knows it without the provider's name.</summary>
    /// <exception cref="NonRetryableException">None is registered.</exception>
    public static (IChatClient Client, string ModelId) Resolve(ModelName model, string agent, IServiceProvider services)
    {
        if (model.Provider is { } provider && services is IKeyedServiceProvider && services.GetKeyedService<IChatClient>(provider) is { } keyed)
            return (keyed, model.Id);
        if (services.GetService<IChatClient>() is { } any)
            return (any, model.Full);
        throw new NonRetryableException(Missing(model, agent));
    }

    /// <summary>Whether <see cref="Resolve"/> will find one. Where the container cannot tell, it will have to be seen.</summary>
    public static bool IsRegistered(ModelName model, IServiceProvider services) => services.GetService<IServiceProviderIsService>() is not { } registered
        || registered.IsService(typeof(IChatClient))
        || (model.Provider is { } provider && registered is IServiceProviderIsKeyedService keyed && keyed.IsKeyedService(typeof(IChatClient), provider));

    public static string Missing(ModelName model, string agent) =>
        $"Agent '{agent}' uses the model '{model.Full}', and no IChatClient is registered for it. Add "
        + (model.Provider is { } provider ? $"builder.Services.AddKeyedSingleton<IChatClient>(\"{provider}\", …) for the models of '{provider}', or " : "")
        + "builder.Services.AddSingleton<IChatClient>(…) for all models.";
}
