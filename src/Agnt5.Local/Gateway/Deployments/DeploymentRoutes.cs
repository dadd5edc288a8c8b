using System.Globalization;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Deployments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Deployments;

/// <summary>
/// Syncs services and switches their releases. The wire between AGNT5's command line and its control plane is not public: these routes have the words of its command line.
/// </summary>
internal static class DeploymentRoutes
{
    public static void Map(IEndpointRouteBuilder routes, GatewayServer server)
    {
        routes.MapPost("/v1/deployments/sync", server.Handle(SyncAsync));
        routes.MapGet("/v1/deployments", server.Handle(ListAsync));
        routes.MapGet("/v1/deployments/{id}", server.Handle(FindAsync));
        routes.MapPost("/v1/deployments/{id}/activate", server.Handle(ActivateAsync));
        routes.MapPost("/v1/deployments/{id}/enable", server.Handle(EnableAsync));
        routes.MapPost("/v1/deployments/{id}/disable", server.Handle(DisableAsync));
    }

    private static async Task SyncAsync(GatewayCall call)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        if (!Uri.TryCreate(body.NeedText("url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw body.WrongMember("url", "an absolute address of http or https, where the endpoint is mounted");
        var timeoutMs = Milliseconds(body, "request_timeout_ms", 60_000, least: 1_000, most: 86_400_000);
        var request = new SyncRequest
        {
            Url = url,
            Environment = body.Text("environment") ?? call.Server.Environment,
            Provider = body.Text("provider") ?? "http",
            ImmutableRef = body.Text("immutable_ref"),
            SigningSecret = body.Text("signing_secret"),
            RequestTimeoutMs = timeoutMs,
            YieldBeforeTimeoutMs = Milliseconds(body, "yield_before_timeout_ms", 1_000, least: 0, most: timeoutMs - 1),
            InvokeHeaders = body.Map("invoke_headers"),
            Activates = body.Flag("activate") ?? true,
            ReplacesRouteOwners = body.Flag("replace_route_owners") ?? false,
        };
        if (request.Provider is not ("http" or "vercel" or "cloudflare" or "cloud-run" or "aws-lambda"))
            throw body.WrongMember("provider", "http, vercel, cloudflare, cloud-run or aws-lambda");
        var changed = await call.Engine.SyncAsync(request, call.Ended).ConfigureAwait(false);
        await call.AnswerAsync(changed.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, changed, DeploymentJson.WriteChanged).ConfigureAwait(false);
    }

    private static Task ListAsync(GatewayCall call)
    {
        var name = call.Query.Text("environment");
        var deployments = call.Engine.ListEnvironments().Where(environment => name is null || environment.Name == name)
            .SelectMany(static environment => environment.Deployments.Values).OrderByDescending(static deployment => deployment.CreatedAtMs).ToArray();
        return call.AnswerAsync(StatusCodes.Status200OK, deployments, static (json, deployments) =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            foreach (var deployment in deployments)
                DeploymentJson.Write(json, deployment);
            json.WriteEndArray();
            json.WriteNumber("count"u8, deployments.Length);
            json.WriteEndObject();
        });
    }

    private static Task FindAsync(GatewayCall call)
    {
        var id = call.Part("id");
        var deployment = call.Engine.FindDeployment(id) ?? throw new EngineException(EngineErrorKind.NotFound, EngineErrorCodes.DeploymentNotFound, $"There is no deployment {id}.");
        return call.AnswerAsync(StatusCodes.Status200OK, deployment, DeploymentJson.Write);
    }

    private static async Task ActivateAsync(GatewayCall call)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        await AnswerAsync(call, await call.Engine.ActivateAsync(call.Part("id"), body.Flag("replace_route_owners") ?? false, call.Ended).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task EnableAsync(GatewayCall call)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        await AnswerAsync(call, await call.Engine.EnableAsync(call.Part("id"), body.Text("reason"), call.Ended).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task DisableAsync(GatewayCall call)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        await AnswerAsync(call, await call.Engine.DisableAsync(call.Part("id"), body.NeedText("reason"), call.Ended).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static Task AnswerAsync(GatewayCall call, ChangedDeployment changed) => call.AnswerAsync(StatusCodes.Status200OK, changed, DeploymentJson.WriteChanged);

    private static long Milliseconds(JsonBody body, string name, long otherwise, long least, long most) => (body.Number(name) ?? otherwise) is var ms && ms >= least && ms <= most
        ? ms
        : throw body.WrongMember(name, string.Create(CultureInfo.InvariantCulture, $"a number of ms from {least} to {most}"));
}
