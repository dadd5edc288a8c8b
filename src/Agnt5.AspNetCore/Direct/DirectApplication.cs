using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Agnt5.AspNetCore.Direct;

/// <summary>
/// The endpoint as the whole application of a web server. A request costs no <c>HttpContext</c>, no activity and no log scope. One that somebody observes goes the way of all apps, and is
/// measured and traced as there.
/// </summary>
/// <param name="host">The host's own application, which answers the same.</param>
/// <param name="endpoint">The endpoint.</param>
/// <param name="observers">Who observes requests.</param>
/// <param name="contexts">Makes the context of a request for who asks for it.</param>
internal sealed class DirectApplication(HostApplication host, ServerlessEndpoint endpoint, RequestObservers observers, DefaultHttpContextFactory contexts) : IHttpApplication<DirectRequest>
{
    public DirectRequest CreateContext(IFeatureCollection contextFeatures)
    {
        // A connection has one request after the other, and keeps this for all of them.
        var connection = contextFeatures as IHostContextContainer<DirectRequest>;
        var request = connection?.HostContext ?? new DirectRequest(contexts);
        if (connection is not null)
            connection.HostContext = request;
        request.Begin(contextFeatures);
        request.Observed = observers.Watch(contextFeatures) ? host.CreateContext(contextFeatures) : null;
        return request;
    }

    public Task ProcessRequestAsync(DirectRequest context) => context.Observed is { } observed ? host.ProcessAsync(observed) : DirectExchange.HandleAsync(endpoint, context);

    public void DisposeContext(DirectRequest context, Exception? exception)
    {
        if (context.Observed is { } observed)
            host.DisposeContext(observed, exception);
        context.End();
    }
}
