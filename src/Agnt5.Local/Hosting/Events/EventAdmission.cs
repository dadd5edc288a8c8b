using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Hosting.Loop;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Hosting.Events;

/// <summary>An event that was looked at, with the runs that it starts. The loop has only to look whether it is a duplicate.</summary>
internal sealed record EventAdmission(EventState Event, IReadOnlyList<RunAdmission> Runs)
{
    /// <param name="happened">The event.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="key">What makes two deliveries one.</param>
    /// <param name="metadata">What its runs have as metadata.</param>
    /// <param name="deployments">The deployments.</param>
    /// <param name="settings">The engine's settings.</param>
    /// <param name="nowMs">The time, Unix ms.</param>
    /// <exception cref="EngineException">There is no such deployment.</exception>
    public static EventAdmission Of(
        PublishedEvent happened, EventTarget target, string key, IReadOnlyDictionary<string, string> metadata, DeploymentDirectory deployments, EngineSettings settings, long nowMs)
    {
        var match = target == EventTarget.Deployment(target.Ref)
            ? EventMatch.Find(deployments.Get(target.Ref), happened.Name)
            : deployments.FindEnvironment(target.Ref) is { } environment ? EventMatch.Find(environment, happened.Name) : new EventMatch([], 0);
        var eventRunId = EngineIds.Event(nowMs);
        List<RunAdmission> runs = [];
        // All runs of a deployment share the bytes of one envelope: an event may be large, and start thousands.
        Dictionary<string, ReadOnlyMemory<byte>> envelopes = [];
        foreach (var started in match.Started)
        {
            var deploymentId = started.Deployment.DeploymentId;
            if (!envelopes.TryGetValue(deploymentId, out var envelope))
                envelopes.Add(deploymentId, envelope = EventEnvelopeWriter.Write(happened, target, deploymentId));
            var request = new RunRequest
            {
                ComponentType = started.Component.Type,
                ComponentName = started.Component.Name,
                Input = envelope,
                Environment = started.Deployment.Environment,
                EventRunId = eventRunId,
                Metadata = metadata,
            };
            runs.Add(RunAdmission.Of(request, started, settings, nowMs));
        }

        return new EventAdmission(
            new EventState
            {
                EventRunId = eventRunId,
                Key = key,
                EventId = happened.EventId,
                EventName = happened.Name,
                Source = happened.Source,
                Target = target,
                DeploymentId = target == EventTarget.Deployment(target.Ref) ? target.Ref : runs is [var first, ..] ? first.Spec.DeploymentId : null,
                MatchedCount = runs.Count,
                SkippedUnsupportedCount = match.SkippedUnsupported,
                RunIds = [],
                ReceivedAtMs = nowMs,
            },
            runs);
    }

    /// <summary>Receives the event and starts its runs, or finds what was received before.</summary>
    public ReceivedEvent Accept(Transaction transaction)
    {
        if (transaction.FindEvent(Event.Key) is { } received)
            return new ReceivedEvent(received, IsDuplicate: true);

        var accepted = Event with { RunIds = [.. Runs.Select(run => run.Accept(transaction).Run.Spec.RunId)] };
        transaction.Changes.Events.Add(accepted);
        return new ReceivedEvent(accepted, IsDuplicate: false);
    }
}
