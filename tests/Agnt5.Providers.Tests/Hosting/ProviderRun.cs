using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests.Hosting;

/// <summary>The agents of this project behind a real Kestrel, with the real adapter of a provider, whose server is on loopback.</summary>
public sealed class ProviderRun : IAsyncDisposable
{
    private ProviderRun(Provider provider, CannedProvider server, AgentEndpoint endpoint) => (Provider, Server, Endpoint) = (provider, server, endpoint);

    public Provider Provider { get; }

    public IProviderWire Wire => Provider.Wire;

    /// <summary>The provider's server. Give it its replies here.</summary>
    public CannedProvider Server { get; }

    public AgentEndpoint Endpoint { get; }

    public static async Task<ProviderRun> StartAsync(Provider provider, Action<IServiceCollection>? services = null)
    {
        var server = await CannedProvider.StartAsync();
        var endpoint = await AgentEndpoint.StartAsync(added =>
        {
            // Later than the scripted model, so it is the one that answers.
            added.AddSingleton(_ => provider.Connect(server.Address));
            services?.Invoke(added);
        });
        return new ProviderRun(provider, server, endpoint);
    }

    /// <summary>A turn of an agent. <see cref="AgentRun.SliceAsync"/> invokes it.</summary>
    public AgentRun Turn(string agent, string message, bool isStreaming = false)
    {
        var run = Endpoint.Turn(agent, message);
        run.IsStreaming = isStreaming;
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        await Endpoint.DisposeAsync();
        await Server.DisposeAsync();
    }
}
