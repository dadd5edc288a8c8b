using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.AspNetCore.Direct;

/// <summary>A web server that hands requests to the endpoint itself where nothing of the app stands between them.</summary>
/// <param name="server">The web server.</param>
/// <param name="services">The services of the host.</param>
internal sealed class DirectServer(IServer server, IServiceProvider services) : IServer
{
    private RequestObservers? _observers;

    public IFeatureCollection Features => server.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        // A program with contexts of its own sees each request in its factory.
        if (!services.GetRequiredService<EndOfPipeline>().IsAlone || services.GetRequiredService<IHttpContextFactory>() is not DefaultHttpContextFactory contexts)
            return server.StartAsync(application, cancellationToken);

        _observers = new RequestObservers(services);
        var direct = new DirectApplication(HostApplication.Of(application), services.GetRequiredService<ServerlessEndpoint>(), _observers, contexts);
        return server.StartAsync(direct, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose()
    {
        server.Dispose();
        _observers?.Dispose();
    }
}
