using System.Text.Json;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Hosting.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Events;

/// <summary>The providers that may send webhooks. The wire of AGNT5's own console is not public: these routes are the local one's.</summary>
internal static class IntegrationRoutes
{
    public static void Map(IEndpointRouteBuilder routes, GatewayServer server)
    {
        routes.MapPost("/v1/integrations", server.Handle(AddAsync));
        routes.MapGet("/v1/integrations", server.Handle(ListAsync));
    }

    private static async Task AddAsync(GatewayCall call)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        var integration = new Integration(body.NeedText("source"), body.NeedText("integration_id"), body.NeedText("secret"), body.Text("environment") ?? call.Server.Environment);
        await call.AnswerAsync(StatusCodes.Status201Created, await call.Engine.AddIntegrationAsync(integration, call.Ended).ConfigureAwait(false), Write).ConfigureAwait(false);
    }

    private static Task ListAsync(GatewayCall call) => call.AnswerAsync(StatusCodes.Status200OK, call.Engine.ListIntegrations(), static (json, integrations) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var integration in integrations)
            Write(json, integration);
        json.WriteEndArray();
        json.WriteNumber("count"u8, integrations.Count);
        json.WriteEndObject();
    });

    // The secret goes in, and never out.
    private static void Write(Utf8JsonWriter json, Integration integration)
    {
        json.WriteStartObject();
        json.WriteString("source"u8, integration.Source);
        json.WriteString("integration_id"u8, integration.IntegrationId);
        json.WriteString("environment"u8, integration.Environment);
        json.WriteString("url"u8, $"/v1/events/{integration.Source}/{Uri.EscapeDataString(integration.IntegrationId)}");
        json.WriteEndObject();
    }
}
