using Agnt5.Local.Gateway.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Deployments;

/// <summary>Shows environments with their routes and history, and rolls them back. Like <see cref="DeploymentRoutes"/>, these are the local AGNT5's own.</summary>
internal static class EnvironmentRoutes
{
    public static void Map(IEndpointRouteBuilder routes, GatewayServer server)
    {
        routes.MapGet("/v1/environments", server.Handle(ListAsync));
        routes.MapGet("/v1/environments/{environment}", server.Handle(FindAsync));
        routes.MapPost("/v1/environments/{environment}/rollback", server.Handle(RollBackAsync));
    }

    private static Task ListAsync(GatewayCall call) => call.AnswerAsync(StatusCodes.Status200OK, call.Engine.ListEnvironments(), static (json, environments) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var environment in environments)
            DeploymentJson.WriteEnvironment(json, environment);
        json.WriteEndArray();
        json.WriteNumber("count"u8, environments.Count);
        json.WriteEndObject();
    });

    private static Task FindAsync(GatewayCall call)
    {
        var name = call.Part("environment");
        var environment = call.Engine.FindEnvironment(name) ?? throw new GatewayException(404, "ENVIRONMENT_NOT_FOUND", $"Nothing was synced to an environment {name}.");
        return call.AnswerAsync(StatusCodes.Status200OK, environment, DeploymentJson.WriteEnvironment);
    }

    private static async Task RollBackAsync(GatewayCall call)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        var changed = await call.Engine.RollbackAsync(call.Part("environment"), body.Text("deployment_id"), call.Ended).ConfigureAwait(false);
        await call.AnswerAsync(StatusCodes.Status200OK, changed, DeploymentJson.WriteChanged).ConfigureAwait(false);
    }
}
