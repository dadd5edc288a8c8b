using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Hosting;

internal sealed partial class LocalEngine
{
    private const int LongestEventName = 256;

    /// <summary>Receives an event, and starts a run of every component that it triggers. Runs of disabled deployments wait.</summary>
    /// <exception cref="EngineException">The event has no name, its payload is no JSON, or there is no such deployment.</exception>
    public Task<ReceivedEvent> PublishAsync(EventRequest request, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(request.EventName) || request.EventName.Length > LongestEventName)
            throw new EngineException(EngineErrorKind.Invalid, EngineErrorCodes.InvalidEvent, $"An event needs a name of 1 to {LongestEventName} characters, for example order.created.");

        var target = request.DeploymentId is { } deploymentId ? EventTarget.Deployment(deploymentId) : EventTarget.Environment(request.Environment);
        var nowMs = NowMs;
        var happened = new PublishedEvent
        {
            EventId = request.EventId ?? EngineIds.Event(nowMs),
            Name = request.EventName,
            Source = request.Source,
            TimestampNs = request.TimestampNs ?? nowMs * 1_000_000,
            Data = request.Payload.IsEmpty ? request.Payload : JsonInput.Check(request.Payload, EngineErrorCodes.InvalidPayload, "event's payload"),
        };
        var admission = EventAdmission.Of(happened, target, EventKey.Of(target, happened.EventId), request.Metadata, _deployments, _settings, nowMs);
        return _loop.DoAsync(admission.Accept, cancellationToken);
    }

    /// <summary>Receives a provider's webhook, and starts a run of every component that it triggers. Nothing of it is read before its signature is known.</summary>
    /// <exception cref="EngineException">There is no such integration, the signature is not right, or the webhook does not say what happened.</exception>
    public Task<ReceivedEvent> ReceiveWebhookAsync(string source, WebhookRequest request, CancellationToken cancellationToken = default)
    {
        var integration = GetIntegration(source, request.IntegrationId);
        var nowMs = NowMs;
        var result = WebhookIntake.Receive(source, request, integration.Secret, nowMs);
        if (result is WebhookRefused refused)
            throw Refused(refused);

        var accepted = (WebhookAccepted)result;
        var target = EventTarget.Environment(integration.Environment);
        var deliveryId = accepted.DeliveryId ?? EngineIds.Event(nowMs);
        var happened = new PublishedEvent { EventId = deliveryId, Name = accepted.EventName, Source = integration.Source, TimestampNs = nowMs * 1_000_000, Data = accepted.Delivery };
        var key = EventKey.OfWebhook(target, integration.Source, integration.IntegrationId, deliveryId);
        return _loop.DoAsync(EventAdmission.Of(happened, target, key, EmptyMetadata.Value, _deployments, _settings, nowMs).Accept, cancellationToken);
    }

    public EventState? FindEvent(string eventRunId) => _store.ReadEvent(eventRunId);

    /// <summary>Events, newest first.</summary>
    public IReadOnlyList<EventState> ListEvents(EventFilter filter) => _store.ReadEvents(filter);

    /// <summary>Adds an integration, or replaces the one of its source and id.</summary>
    /// <exception cref="EngineException">There is no such source, or the environment has no valid name.</exception>
    public Task<Integration> AddIntegrationAsync(Integration integration, CancellationToken cancellationToken = default)
    {
        if (WebhookSource.Find(integration.Source) is not { } source)
        {
            var sources = string.Join(", ", WebhookSources.All.Select(static known => known.Name));
            throw new EngineException(EngineErrorKind.Invalid, EngineErrorCodes.InvalidIntegration, $"There is no webhook source {integration.Source}: use {sources}.");
        }

        if (EnvironmentName.FindProblem(integration.Environment) is { } problem)
            throw new EngineException(EngineErrorKind.Invalid, EngineErrorCodes.InvalidEnvironment, problem);
        var known = integration with { Source = source.Name };
        return _loop.DoAsync(
            transaction =>
            {
                transaction.Changes.Integrations.Add(known);
                return known;
            },
            cancellationToken);
    }

    public IReadOnlyList<Integration> ListIntegrations() => _store.ReadIntegrations();

    /// <exception cref="EngineException">There is no such integration.</exception>
    public Integration GetIntegration(string source, string integrationId) =>
        ListIntegrations().FirstOrDefault(integration => integration.IntegrationId == integrationId && string.Equals(integration.Source, source, StringComparison.OrdinalIgnoreCase))
        ?? throw new EngineException(EngineErrorKind.NotFound, EngineErrorCodes.IntegrationNotFound, "integration not configured");

    private static EngineException Refused(WebhookRefused refused) => new(
        refused.Status switch
        {
            401 => EngineErrorKind.Unauthorized,
            404 => EngineErrorKind.NotFound,
            503 => EngineErrorKind.Busy,
            _ => EngineErrorKind.Invalid,
        },
        refused.Code,
        refused.Message);
}
