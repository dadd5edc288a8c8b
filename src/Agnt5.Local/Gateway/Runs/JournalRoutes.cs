using System.Globalization;
using System.Text.Json;
using Agnt5.Local.Gateway.Http;
using Agnt5.Primitives;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>Gives the events of a run: all at once, or as a stream that goes on until the run has ended.</summary>
internal static class JournalRoutes
{
    /// <summary>So many events are in memory at once.</summary>
    private const int ReadAtOnce = 200;

    public static void Map(IEndpointRouteBuilder routes, GatewayServer server) => routes.MapGet("/v1/runs/{id}/events", server.Handle(EventsAsync));

    private static async Task EventsAsync(GatewayCall call)
    {
        var runId = call.RunId;
        if (call.Http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            using var stream = call.Server.Streams.Enter();
            await EventStream.WriteAsync(call, runId, LastEventId(call)).ConfigureAwait(false);
            return;
        }

        _ = call.Engine.GetRun(runId);
        await WriteAsync(call, runId, call.Query.Number("after") ?? 0, (int?)call.Query.Number("limit", least: 1, int.MaxValue) ?? int.MaxValue).ConfigureAwait(false);
    }

    // A journal has no bound, so it is never in memory as a whole.
    private static async Task WriteAsync(GatewayCall call, string runId, long after, int limit)
    {
        var response = call.Http.Response;
        response.ContentType = JsonAnswer.ContentType;
        response.Headers.CacheControl = "no-store";
        var count = 0;
        using var buffer = new PooledBuffer(16 * 1024);
        var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = PlainJsonEncoder.Instance, SkipValidation = true });
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            while (true)
            {
                var entries = call.Engine.ReadJournal(runId, after, Math.Min(ReadAtOnce, limit - count));
                foreach (var entry in entries)
                {
                    EventJson.Write(json, runId, entry);
                    (after, count) = (entry.Sequence, count + 1);
                }

                if (entries.Count < ReadAtOnce || count == limit)
                    break;
                await SendAsync().ConfigureAwait(false);
            }

            json.WriteEndArray();
            json.WriteNumber("count"u8, count);
            json.WriteEndObject();
            await SendAsync().ConfigureAwait(false);
        }

        async Task SendAsync()
        {
            await json.FlushAsync(call.Ended).ConfigureAwait(false);
            await response.Body.WriteAsync(buffer.Memory, call.Ended).ConfigureAwait(false);
            buffer.Clear();
        }
    }

    private static long LastEventId(GatewayCall call)
    {
        if (call.Header("Last-Event-ID") is not { } text)
            return call.Query.Number("after") ?? 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : throw new GatewayException(400, "INVALID_HEADER", "The header Last-Event-ID is no event of this stream: it is the id of the last event that came, a number.");
    }
}
