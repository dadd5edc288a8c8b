using System.Globalization;
using System.Text.Json;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>
/// Starts many runs at once, and tells how far they are. The page is silent about the forms: these are <c>{"items": [{"index", "input"}]}</c> in, and <c>{batch_id, status, stats, results}</c> out.
/// <c>config</c> is taken and changes nothing: the runs begin at once, under the flow control of their component.
/// </summary>
internal static class BatchRoutes
{
    private const int MostItems = 1_000;

    public static void Map(IEndpointRouteBuilder routes, GatewayServer server)
    {
        routes.MapGet("/v1/batches/{id}", server.Handle(StatusAsync));
        routes.MapDelete("/v1/batches/{id}", server.Handle(CancelAsync));
    }

    public static async Task SubmitAsync(GatewayCall call, string type)
    {
        var bytes = await call.ReadBodyAsync().ConfigureAwait(false);
        var body = JsonBody.Parse(bytes);
        if (body.Objects("items") is not { Count: > 0 and <= MostItems } items)
            throw body.WrongMember("items", string.Create(CultureInfo.InvariantCulture, $"an array of 1 to {MostItems} objects, each with an input"));

        var first = StartHeaders.Read(call, type, default);
        List<RunRequest> requests = [];
        foreach (var item in items)
        {
            // One key stands for the whole batch: the same call again finds the same runs, in a batch of its own.
            var key = first.IdempotencyKey is { } given ? string.Create(CultureInfo.InvariantCulture, $"{given}:{requests.Count}") : null;
            requests.Add(first with { Input = item.Raw("input"), IdempotencyKey = key });
        }

        var batch = await call.Engine.SubmitBatchAsync(requests, call.Ended).ConfigureAwait(false);
        await AnswerAsync(call, StatusCodes.Status202Accepted, batch).ConfigureAwait(false);
    }

    private static Task StatusAsync(GatewayCall call)
    {
        var id = call.Part("id");
        var batch = call.Engine.FindBatch(id) ?? throw new EngineException(EngineErrorKind.NotFound, EngineErrorCodes.BatchNotFound, $"There is no batch {id}.");
        return AnswerAsync(call, StatusCodes.Status200OK, batch);
    }

    private static async Task CancelAsync(GatewayCall call)
    {
        var (batch, _) = await call.Engine.CancelBatchAsync(call.Part("id"), call.Query.Text("reason") ?? "manual", call.Ended).ConfigureAwait(false);
        await AnswerAsync(call, StatusCodes.Status200OK, batch).ConfigureAwait(false);
    }

    private static Task AnswerAsync(GatewayCall call, int status, BatchState batch)
    {
        // Told with each answer: short runs may all have ended when the one to the start is written.
        var hasResults = call.Query.Flag("include_results") ?? true;
        RunState?[] runs = [.. batch.RunIds.Select(call.Engine.FindRun)];
        return call.AnswerAsync(status, (batch, runs, hasResults), static (json, of) =>
        {
            json.WriteStartObject();
            json.WriteString("batch_id"u8, of.batch.BatchId);
            // A run that is not known any more has ended.
            json.WriteString("status"u8, of.runs.All(static run => run is null or { HasEnded: true }) ? "completed" : "running");
            WriteStats(json, of.runs);
            JsonAnswer.WriteTexts(json, "run_ids", of.batch.RunIds);
            JsonAnswer.WriteTime(json, "created_at", of.batch.CreatedAtMs);
            if (of.hasResults)
                WriteResults(json, of.batch, of.runs);
            json.WriteEndObject();
        });
    }

    private static void WriteStats(Utf8JsonWriter json, RunState?[] runs)
    {
        json.WriteStartObject("stats"u8);
        json.WriteNumber("total_items"u8, runs.Length);
        json.WriteNumber("completed_items"u8, runs.Count(static run => run?.Phase == RunPhase.Completed));
        json.WriteNumber("failed_items"u8, runs.Count(static run => run?.Phase == RunPhase.Failed));
        json.WriteNumber("cancelled_items"u8, runs.Count(static run => run?.Phase == RunPhase.Cancelled));
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, BatchState batch, RunState?[] runs)
    {
        json.WriteStartArray("results"u8);
        for (var index = 0; index < runs.Length; index++)
        {
            json.WriteStartObject();
            json.WriteNumber("index"u8, index);
            if (runs[index] is { } run)
                RunJson.WriteMembers(json, run);
            else
                json.WriteString("run_id"u8, batch.RunIds[index]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
