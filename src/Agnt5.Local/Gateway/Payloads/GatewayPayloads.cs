using System.Globalization;
using Agnt5.Local.Payloads;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Agnt5.Local.Gateway.Payloads;

/// <summary>Serves large payloads beside the gateway, and lets the engine give out their URLs once the address is known.</summary>
internal static class GatewayPayloads
{
    public static void Map(IEndpointRouteBuilder routes, GatewayServer server)
    {
        var signature = new PayloadSignature();
        var uploads = new OpenUploads(new EnginePayloadStore(server));
        new PayloadRoutes(signature, uploads, runId => server.Engine.ReadInput(runId), server.Time).Map(routes);

        var services = routes.ServiceProvider;
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() =>
            server.Engine.Links = new PayloadLinks(new PayloadSettings { BaseUrl = BaseUrl(services.GetRequiredService<IServer>()) }, signature, uploads));
    }

    /// <exception cref="InvalidOperationException">The server has no address that an endpoint could call.</exception>
    private static Uri BaseUrl(IServer server)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } first)
            throw new InvalidOperationException("MapAgnt5Local cannot serve payloads: the server has no address. Give it one with --urls, or turn ServePayloads off.");
        var address = BindingAddress.Parse(first);
        // What listens on all addresses is reached on this machine's own.
        var host = address.Host is "0.0.0.0" or "[::]" or "+" or "*" ? "127.0.0.1" : address.Host;
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}"));
    }
}
