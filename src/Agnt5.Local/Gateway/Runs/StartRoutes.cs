using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Hosting.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>Starts runs of the four kinds: waits for them, submits them, or streams them.</summary>
internal static class StartRoutes
{
    private static readonly (string Path, string Type)[] Kinds = [("functions", "function"), ("workflows", "workflow"), ("agents", "agent"), ("tools", "tool")];

    public static void Map(IEndpointRouteBuilder routes, GatewayServer server)
    {
        foreach (var (path, type) in Kinds)
        {
            routes.MapPost($"/v1/{path}/{{name}}/run", server.Handle(call => RunAsync(call, type)));
            routes.MapPost($"/v1/{path}/{{name}}/submit", server.Handle(call => SubmitAsync(call, type)));
            routes.MapPost($"/v1/{path}/{{name}}/stream", server.Handle(call => StreamAsync(call, type)));
            routes.MapPost($"/v1/{path}/{{name}}/batch", server.Handle(call => BatchRoutes.SubmitAsync(call, type)));
        }

        routes.MapPost("/v1/agents/{name}/chat", server.Handle(ChatAsync));
    }

    private static async Task RunAsync(GatewayCall call, string type)
    {
        var wait = StartHeaders.Wait(call);
        await RunAsync(call, StartHeaders.Read(call, type, await call.ReadBodyAsync().ConfigureAwait(false)), wait).ConfigureAwait(false);
    }

    /// <summary>A message of a session. A conversation that has no session yet gets one, so that the next message can go on with it.</summary>
    private static async Task ChatAsync(GatewayCall call)
    {
        var wait = StartHeaders.Wait(call);
        var bytes = await call.ReadBodyAsync().ConfigureAwait(false);
        var body = JsonBody.Parse(bytes);
        _ = body.NeedText("message");
        var request = StartHeaders.Read(call, "agent", bytes);
        var session = request.SessionId ?? body.Text("session_id") ?? $"session_{Guid.NewGuid():N}";
        await RunAsync(call, request with { SessionId = session, UserId = request.UserId ?? body.Text("user_id") }, wait).ConfigureAwait(false);
    }

    private static async Task RunAsync(GatewayCall call, RunRequest request, TimeSpan wait)
    {
        var run = (await call.Engine.SubmitAsync(request, call.Ended).ConfigureAwait(false)).Run;
        await StoppedRun.AnswerAsync(call, await StoppedRun.WaitAsync(call, run, wait).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task SubmitAsync(GatewayCall call, string type)
    {
        var request = StartHeaders.Read(call, type, await call.ReadBodyAsync().ConfigureAwait(false));
        var run = (await call.Engine.SubmitAsync(request, call.Ended).ConfigureAwait(false)).Run;
        if (RunJson.IsRateLimited(run))
            await StoppedRun.AnswerEndAsync(call, run).ConfigureAwait(false);
        else
            await call.AnswerAsync(StatusCodes.Status202Accepted, run, RunJson.WriteAccepted).ConfigureAwait(false);
    }

    private static async Task StreamAsync(GatewayCall call, string type)
    {
        using var stream = call.Server.Streams.Enter();
        var request = StartHeaders.Read(call, type, await call.ReadBodyAsync().ConfigureAwait(false)) with { IsStreaming = true };
        var run = (await call.Engine.SubmitAsync(request, call.Ended).ConfigureAwait(false)).Run;
        if (RunJson.IsRateLimited(run))
            await StoppedRun.AnswerEndAsync(call, run).ConfigureAwait(false);
        else
            await EventStream.WriteAsync(call, run.Spec.RunId, afterSequence: 0).ConfigureAwait(false);
    }
}
