using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Storage;

/// <content>What starts runs: deployments, events, integrations, schedules and batches.</content>
internal sealed partial class MemoryStore
{
    private readonly Dictionary<string, EnvironmentState> _environments = [];
    private readonly Dictionary<string, string> _secrets = [];
    private readonly Dictionary<string, SchedulesState> _schedules = [];
    private readonly SortedDictionary<(string Source, string Id), Integration> _integrations = [];
    private readonly Dictionary<string, EventState> _eventsByKey = [];
    private readonly Dictionary<string, LinkedListNode<EventState>> _events = [];
    private readonly LinkedList<EventState> _newestEventsFirst = new();
    private readonly Dictionary<string, BatchState> _batches = [];
    private readonly Queue<string> _batchesInOrder = new();
    private DispatchGates _gates = DispatchGates.Open;

    public EventState? FindEvent(string key)
    {
        lock (_gate)
            return _eventsByKey.GetValueOrDefault(key);
    }

    public IReadOnlyList<EnvironmentState> ReadEnvironments()
    {
        lock (_gate)
            return [.. _environments.Values];
    }

    public string? ReadSecret(string deploymentId)
    {
        lock (_gate)
            return _secrets.GetValueOrDefault(deploymentId);
    }

    public DispatchGates ReadGates()
    {
        lock (_gate)
            return _gates;
    }

    public IReadOnlyDictionary<string, SchedulesState> ReadSchedules()
    {
        lock (_gate)
            return new Dictionary<string, SchedulesState>(_schedules);
    }

    public IReadOnlyList<Integration> ReadIntegrations()
    {
        lock (_gate)
            return [.. _integrations.Values];
    }

    public EventState? ReadEvent(string eventRunId)
    {
        lock (_gate)
            return _events.GetValueOrDefault(eventRunId)?.Value;
    }

    public IReadOnlyList<EventState> ReadEvents(EventFilter filter)
    {
        lock (_gate)
        {
            var next = filter.AfterEventRunId is { } last ? _events.GetValueOrDefault(last)?.Next : _newestEventsFirst.First;
            List<EventState> found = [];
            for (; next is not null && found.Count < filter.Limit; next = next.Next)
            {
                if (filter.Matches(next.Value))
                    found.Add(next.Value);
            }

            return found;
        }
    }

    public BatchState? ReadBatch(string batchId)
    {
        lock (_gate)
            return _batches.GetValueOrDefault(batchId);
    }

    private void CommitTriggers(StoreChanges changes)
    {
        foreach (var (name, environment) in changes.Environments)
            _environments[name] = environment;
        foreach (var (deploymentId, secret) in changes.Secrets)
            _secrets[deploymentId] = secret;
        foreach (var (environment, schedules) in changes.Schedules)
            _schedules[environment] = schedules;
        foreach (var integration in changes.Integrations)
            _integrations[(integration.Source, integration.IntegrationId)] = integration;
        _gates = changes.Gates ?? _gates;
        foreach (var received in changes.Events)
        {
            _eventsByKey[received.Key] = received;
            _events[received.EventRunId] = _newestEventsFirst.AddFirst(received);
        }

        foreach (var batch in changes.Batches)
        {
            _batches[batch.BatchId] = batch;
            _batchesInOrder.Enqueue(batch.BatchId);
        }

        var most = KeptCounts.BesideRuns(maxEndedRuns);
        while (_newestEventsFirst.Count > most && _newestEventsFirst.Last is { Value: var oldest })
        {
            _newestEventsFirst.RemoveLast();
            _events.Remove(oldest.EventRunId);
            // The key may stand for a later event by now.
            if (_eventsByKey.TryGetValue(oldest.Key, out var latest) && latest == oldest)
                _eventsByKey.Remove(oldest.Key);
        }

        while (_batchesInOrder.Count > most)
            _batches.Remove(_batchesInOrder.Dequeue());
    }
}
