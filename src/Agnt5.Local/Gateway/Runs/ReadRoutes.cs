using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>Tells of runs: lists them, and gives their status, result and output.</summary>
internal static class ReadRoutes
{
    private const int MostListed = 1_000;

    public static void Map(IEndpointRouteBuilder routes, GatewayServer server)
    {
        routes.MapGet("/v1/runs", server.Handle(ListAsync));
        routes.MapGet("/v1/runs/{id}", server.Handle(StatusAsync));
        routes.MapGet("/v1/status/{id}", server.Handle(StatusAsync));
        routes.MapGet("/v1/result/{id}", server.Handle(ResultAsync));
        routes.MapGet("/v1/runs/{id}/output", server.Handle(OutputAsync));
        routes.MapGet("/v1/runs/{id}/input", server.Handle(InputAsync));
    }

    private static Task ListAsync(GatewayCall call)
    {
        var filter = new RunFilter
        {
            ComponentName = call.Query.Text("component_name"),
            Phases = call.Query.Text("status") is { } status ? PhasesOf(status) : null,
            DeploymentId = call.Query.Text("deployment_id"),
            Limit = call.Query.Limit(MostListed),
        };
        return call.AnswerAsync(StatusCodes.Status200OK, call.Engine.ListRuns(filter), static (json, runs) =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            foreach (var run in runs)
                RunJson.WriteListed(json, run);
            json.WriteEndArray();
            json.WriteNumber("count"u8, runs.Count);
            json.WriteEndObject();
        });
    }

    private static Task StatusAsync(GatewayCall call) => call.AnswerAsync(StatusCodes.Status200OK, call.Engine.GetRun(call.RunId), RunJson.WriteRun);

    private static Task ResultAsync(GatewayCall call)
    {
        var run = call.Engine.GetRun(call.RunId);
        if (run.HasEnded)
            return call.AnswerAsync(StatusCodes.Status200OK, run, RunJson.WriteRun);
        return call.AnswerAsync(StatusCodes.Status404NotFound, run, static (json, run) =>
        {
            var status = RunStatus.Of(run.Phase);
            json.WriteStartObject();
            json.WriteString("run_id"u8, run.Spec.RunId);
            json.WriteString("status"u8, status);
            JsonAnswer.WriteError(json, "RUN_NOT_ENDED", $"Run {run.Spec.RunId} is {status}, and has no result yet.");
            json.WriteEndObject();
        });
    }

    private static Task OutputAsync(GatewayCall call)
    {
        var run = call.Engine.GetRun(call.RunId);
        return call.AnswerAsync(StatusCodes.Status200OK, (run, Output: call.Engine.ReadOutput(run)), static (json, read) =>
        {
            json.WriteStartObject();
            json.WriteString("run_id"u8, read.run.Spec.RunId);
            JsonAnswer.WriteRaw(json, "output", read.Output);
            json.WriteEndObject();
        });
    }

    // Not on the page: what a console shows of a run.
    private static Task InputAsync(GatewayCall call)
    {
        var run = call.Engine.GetRun(call.RunId);
        return call.AnswerAsync(StatusCodes.Status200OK, (run, Input: call.Engine.ReadInput(run.Spec.RunId)), static (json, read) =>
        {
            json.WriteStartObject();
            json.WriteString("run_id"u8, read.run.Spec.RunId);
            JsonAnswer.WriteRaw(json, "input", read.Input);
            json.WriteEndObject();
        });
    }

    // Statuses that AGNT5 tells apart and a local one does not mean the nearest.
    private static RunPhase[] PhasesOf(string status) => status switch
    {
        "pending" or "enqueued" or "queued" => [RunPhase.Queued],
        "assigned" or "started" or "running" => [RunPhase.Running],
        "retry_delayed" => [RunPhase.RetryDelayed],
        "paused" => [RunPhase.Paused],
        "completed" => [RunPhase.Completed],
        "failed" => [RunPhase.Failed],
        "cancelled" => [RunPhase.Cancelled],
        "timeout" => [],
        _ => throw new GatewayException(400, "INVALID_QUERY", "The value of 'status' is no status of a run, for example running, paused or completed."),
    };
}
