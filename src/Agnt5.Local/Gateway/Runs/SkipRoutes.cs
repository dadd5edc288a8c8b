using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>Ends the sleep of a run now. AGNT5 has no such route: on a developer's machine nobody wants to wait for an hour.</summary>
internal static class SkipRoutes
{
    public static void Map(IEndpointRouteBuilder routes, GatewayServer server) => routes.MapPost("/v1/runs/{id}/skip", server.Handle(SkipAsync));

    private static async Task SkipAsync(GatewayCall call)
    {
        var wait = StartHeaders.Wait(call);
        _ = await call.ReadJsonAsync().ConfigureAwait(false);
        // A run that is at work may be on its way to the sleep that the caller means.
        var run = await StoppedRun.WaitAsync(call, call.Engine.GetRun(call.RunId), wait).ConfigureAwait(false);
        run = await call.Engine.SkipAsync(run.Spec.RunId, call.Ended).ConfigureAwait(false);
        await WaitAndAnswerAsync(call, run, wait).ConfigureAwait(false);
    }

    /// <summary>Ends the sleep that a run comes to, where the next thing that it does is to sleep, and answers with how far it comes.</summary>
    public static async Task SkipNextAsync(GatewayCall call, RunState run, TimeSpan wait)
    {
        run = await StoppedRun.WaitAsync(call, run, wait).ConfigureAwait(false);
        try
        {
            if (run.Pause is TimerPause)
                run = await call.Engine.SkipAsync(run.Spec.RunId, call.Ended).ConfigureAwait(false);
        }
        catch (EngineException exception) when (exception.Kind == EngineErrorKind.Conflict)
        {
            // A short sleep was over first.
        }

        await WaitAndAnswerAsync(call, run, wait).ConfigureAwait(false);
    }

    private static async Task WaitAndAnswerAsync(GatewayCall call, RunState run, TimeSpan wait) =>
        await StoppedRun.AnswerAsync(call, await StoppedRun.WaitAsync(call, run, wait).ConfigureAwait(false)).ConfigureAwait(false);
}
