using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Gateway.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Events;

/// <summary>
/// Takes the webhooks of providers. Their signature is their key, and it covers the body: so anybody can send one, as far as an integration is known. The bodies share a bounded memory.
/// </summary>
internal static class WebhookRoutes
{
    public static void Map(IEndpointRouteBuilder routes, GatewayServer server) => routes.MapPost("/v1/events/{source}/{integration}", server.HandleWebhook(ReceiveAsync));

    private static async Task ReceiveAsync(GatewayCall call)
    {
        _ = call.Engine.GetIntegration(call.Part("source"), call.Part("integration"));
        using var room = call.Server.Unverified.Enter();
        var body = await call.ReadBodyAsync(room).ConfigureAwait(false);
        var headers = call.Http.Request.Headers.ToDictionary(static header => header.Key.ToLowerInvariant(), static header => header.Value.ToString(), StringComparer.Ordinal);
        var received = await call.Engine.ReceiveWebhookAsync(call.Part("source"), new WebhookRequest(call.Part("integration"), headers, body), call.Ended).ConfigureAwait(false);
        await EventRoutes.AnswerAsync(call, received).ConfigureAwait(false);
    }
}
