using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Client.Wire;

namespace Agnt5;

public sealed partial class Agnt5Client
{
    private const long NanosecondsPerTick = 100;

    /// <summary>Publishes an event. It starts a run of each workflow whose trigger matches.</summary>
    /// <param name="name">The event's name, such as <c>order.created</c>.</param>
    /// <param name="payload">What the workflows get.</param>
    /// <param name="options">The event's id, and where it goes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong. It may be made again with the same <see cref="PublishOptions.EventId"/>.</exception>
    public Task<PublishReceipt> PublishAsync(string name, JsonElement payload, PublishOptions? options = null, CancellationToken cancellationToken = default) =>
        PublishAsync(name, writer => writer.Json("payload", payload), options, cancellationToken);

    /// <summary>Publishes an event with a typed payload.</summary>
    /// <param name="name">The event's name, such as <c>order.created</c>.</param>
    /// <param name="payload">What the workflows get.</param>
    /// <param name="payloadType">The JSON metadata of the payload.</param>
    /// <param name="options">The event's id, and where it goes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong. It may be made again with the same <see cref="PublishOptions.EventId"/>.</exception>
    public Task<PublishReceipt> PublishAsync<TPayload>(
        string name, TPayload payload, JsonTypeInfo<TPayload> payloadType, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payloadType);
        return PublishAsync(name, writer => writer.Json("payload", payload, payloadType), options, cancellationToken);
    }

    /// <summary>Lists events and webhooks that AGNT5 received, a page at a time.</summary>
    /// <param name="filter">Which ones. Default: all.</param>
    /// <param name="options">The tenant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">The call went wrong.</exception>
    public async Task<ReceivedEventPage> ListEventsAsync(ReceivedEventFilter? filter = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var path = GatewayPath.WithQuery(
            "/v1/events",
            ("source", filter?.Source),
            ("event_name", filter?.EventName),
            ("deployment_id", filter?.DeploymentId),
            ("since_ms", Milliseconds(filter?.Since)),
            ("until_ms", Milliseconds(filter?.Until)),
            ("limit", filter?.Limit?.ToString(CultureInfo.InvariantCulture)),
            ("cursor", filter?.Cursor));
        var json = await GetAsync(path, options, runId: null, cancellationToken).ConfigureAwait(false);
        return new([.. json.Items("items", "events").Select(static item => ReceivedEventOf(item))], json.Text("next_cursor") ?? json.Text("cursor"));
    }

    /// <summary>Reads what became of an event.</summary>
    /// <param name="eventRunId">The id that AGNT5 gave to it (<see cref="PublishReceipt.EventRunId"/>).</param>
    /// <param name="options">The tenant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">There is none, or the call went wrong.</exception>
    public async Task<ReceivedEvent> ReceivedEventAsync(string eventRunId, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var json = await GetAsync($"/v1/events/{GatewayPath.Segment(eventRunId, nameof(eventRunId))}", options, runId: null, cancellationToken).ConfigureAwait(false);
        return ReceivedEventOf(json, eventRunId);
    }

    private async Task<PublishReceipt> PublishAsync(string name, Action<Utf8JsonWriter> payload, PublishOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var id = string.IsNullOrEmpty(options?.EventId) ? Guid.NewGuid().ToString("N") : options.EventId;
        var body = Bodies.Object(writer =>
        {
            writer.WriteString("event_name", name);
            writer.WriteString("event_id", id);
            payload(writer);
            writer.Text("source", options?.Source);
            writer.Text("environment_ref", options?.EnvironmentRef);
            writer.Text("deployment_id", options?.DeploymentId ?? (options?.EnvironmentRef is null ? _gateway.Options.DeploymentId : null));
            if (options?.Timestamp is { } time)
                writer.WriteNumber("timestamp_ns", (time.UtcDateTime - DateTime.UnixEpoch).Ticks * NanosecondsPerTick);
            writer.Json("metadata", options?.Metadata ?? default);
        });
        // The id makes it safe to publish again.
        var call = new GatewayCall { Method = HttpMethod.Post, Path = "/v1/events", Body = body, Options = options, IsRepeatable = true };
        var json = (await _gateway.SendAsync(call, accepts: null, cancellationToken).ConfigureAwait(false)).Json;
        return new()
        {
            EventRunId = json.Text("event_run_id"),
            EventId = json.Text("event_id") ?? id,
            EventName = json.Text("event_name") ?? name,
            DeploymentId = json.Text("deployment_id"),
            IsDuplicate = json.Flag("duplicate"),
            MatchedCount = json.Number("matched_count") ?? 0,
            SkippedCount = json.Number("skipped_unsupported_count") ?? 0,
            RunIds = Texts(json.Items("run_ids")),
        };
    }

    private static ReceivedEvent ReceivedEventOf(JsonElement json, string id = "") => new()
    {
        EventRunId = json.Text("event_run_id") ?? json.Text("id") ?? id,
        EventId = json.Text("event_id"),
        EventName = json.Text("event_name"),
        Source = json.Text("source"),
        DeploymentId = json.Text("deployment_id"),
        Status = json.Text("status"),
        RunIds = Texts(json.Items("run_ids")),
        Json = json,
    };

    private static IReadOnlyList<string> Texts(IEnumerable<JsonElement> items) =>
        [.. items.Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => AnyText.Of(item))];

    private static string? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
