using System.Text.Json;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Hosting.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Events;

/// <summary>Takes events, and tells which came.</summary>
internal static class EventRoutes
{
    private const int MostListed = 200;

    public static void Map(IEndpointRouteBuilder routes, GatewayServer server)
    {
        routes.MapPost("/v1/events", server.Handle(PublishAsync));
        routes.MapGet("/v1/events", server.Handle(ListAsync));
        routes.MapGet("/v1/events/{id}", server.Handle(FindAsync));
    }

    private static async Task PublishAsync(GatewayCall call)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        var (environment, deployment) = (body.Text("environment_ref"), body.Text("deployment_id"));
        if (environment is not null && deployment is not null)
            throw body.WrongMember("deployment_id", "needed beside an environment_ref: an event goes to one of them");
        var payload = body.Raw("payload");
        var received = await call.Engine.PublishAsync(
            new EventRequest
            {
                EventName = body.Text("event_name", "name") ?? "",
                EventId = body.Text("event_id", "id"),
                Payload = payload.IsEmpty ? body.Raw("data") : payload,
                Source = body.Text("source") ?? PublishedEvent.DefaultSource,
                Environment = environment ?? call.Server.Environment,
                DeploymentId = deployment ?? (environment is null ? call.Header("X-Deployment-ID") : null),
                TimestampNs = body.Number("timestamp_ns"),
                Metadata = body.Map("metadata"),
            },
            call.Ended).ConfigureAwait(false);
        await AnswerAsync(call, received).ConfigureAwait(false);
    }

    /// <summary>Says what came of an event.</summary>
    public static Task AnswerAsync(GatewayCall call, ReceivedEvent received) => call.AnswerAsync(StatusCodes.Status202Accepted, received, static (json, received) =>
    {
        json.WriteStartObject();
        WriteMembers(json, received.Event);
        json.WriteBoolean("duplicate"u8, received.IsDuplicate);
        json.WriteEndObject();
    });

    private static Task ListAsync(GatewayCall call)
    {
        var limit = call.Query.Limit(MostListed);
        var events = call.Engine.ListEvents(new EventFilter
        {
            Source = call.Query.Text("source"),
            EventName = call.Query.Text("event_name"),
            DeploymentId = call.Query.Text("deployment_id"),
            SinceMs = call.Query.Number("since_ms"),
            UntilMs = call.Query.Number("until_ms"),
            AfterEventRunId = call.Query.Text("cursor"),
            Limit = limit,
        });
        return call.AnswerAsync(StatusCodes.Status200OK, (events, limit), static (json, page) =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            foreach (var received in page.events)
                Write(json, received);
            json.WriteEndArray();
            json.WriteNumber("count"u8, page.events.Count);
            // A full page may have another one behind it.
            if (page.events.Count == page.limit)
                json.WriteString("next_cursor"u8, page.events[^1].EventRunId);
            json.WriteEndObject();
        });
    }

    private static Task FindAsync(GatewayCall call)
    {
        var id = call.Part("id");
        var received = call.Engine.FindEvent(id) ?? throw new GatewayException(404, "EVENT_NOT_FOUND", $"There is no event {id}. Old events may have been forgotten.");
        return call.AnswerAsync(StatusCodes.Status200OK, received, Write);
    }

    private static void Write(Utf8JsonWriter json, EventState received)
    {
        json.WriteStartObject();
        WriteMembers(json, received);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, EventState received)
    {
        json.WriteString("event_run_id"u8, received.EventRunId);
        json.WriteString("event_id"u8, received.EventId);
        json.WriteString("event_name"u8, received.EventName);
        json.WriteString("source"u8, received.Source);
        JsonAnswer.WriteText(json, "deployment_id", received.DeploymentId);
        json.WriteString("target_kind"u8, received.Target.Kind);
        json.WriteString("target_ref"u8, received.Target.Ref);
        json.WriteString("status"u8, "received");
        json.WriteNumber("matched_count"u8, received.MatchedCount);
        json.WriteNumber("skipped_unsupported_count"u8, received.SkippedUnsupportedCount);
        JsonAnswer.WriteTexts(json, "run_ids", received.RunIds);
        JsonAnswer.WriteTime(json, "received_at", received.ReceivedAtMs);
    }
}
