using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Hosting.Dispatching;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Loop;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Payloads;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Hosting;

/// <summary>
/// AGNT5 in this process: what the gateway, the test package and users of the process call. It feeds the pure machines, and does what they want done. Everything may be called from any thread. A call
/// that changes something comes back once the change is durable.
/// </summary>
internal sealed partial class LocalEngine : IAsyncDisposable
{
    private readonly IEngineStore _store;
    private readonly EngineSettings _settings;
    private readonly Activity _activity = new();
    private readonly DeploymentDirectory _deployments = new();
    private readonly SliceSender _sender;
    private readonly DeploymentConnections _connections;
    private readonly ScheduleKeeper _schedules;
    private readonly RunChanges _changes = new();
    private readonly RunChanges _stops = new();
    private readonly RunWatchers _watchers = new();
    private readonly SliceDispatcher _dispatcher;
    private readonly EngineLoop _loop;

    private LocalEngine(IEngineStore store, EngineSettings settings)
    {
        (_store, _settings) = (store, settings);
        _sender = new SliceSender(settings.Payloads, settings.Time);
        _connections = new DeploymentConnections(_deployments, _sender, new EndpointClient(), settings);
        _schedules = new ScheduleKeeper(_deployments, settings);
        _loop = new EngineLoop(store, settings, _activity, _schedules, Committed);
        _dispatcher = new SliceDispatcher(FindRun, store, _connections, settings, _activity, told => _loop.Post(told));
    }

    /// <summary>When the next run, key or schedule wants to be told the time, Unix ms, or <see langword="null"/>. A clock that a test moves is moved to there.</summary>
    public long? NextDueMs => _loop.NextDueMs;

    /// <summary>What gives out the URLs for large payloads, or <see langword="null"/> while nothing serves them. A gateway sets it once it listens.</summary>
    public PayloadLinks? Links
    {
        get => _sender.Links;
        set => _sender.Links = value;
    }

    private long NowMs => _settings.Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Starts an engine on a store. Slices that were on their way when the last one stopped are sent again, as soon as their deployments are known.</summary>
    public static LocalEngine Start(IEngineStore store, EngineSettings settings)
    {
        var engine = new LocalEngine(store, settings);
        engine._deployments.Gates = store.ReadGates();
        foreach (var environment in store.ReadEnvironments())
        {
            engine._deployments.Follow(environment);
            foreach (var deployment in environment.Deployments.Values)
                engine._connections.Reopen(deployment, store.ReadSecret(deployment.DeploymentId));
        }

        engine._schedules.Follow(store.ReadSchedules());
        foreach (var runId in store.RunsAtEndpoints())
            engine._loop.Post(new RunTold(runId, new HostRestarted(engine.NowMs)));
        engine._loop.Start();
        return engine;
    }

    /// <summary>Completes once nothing waits to be done and no slice is on its way. Timers may still be set, and slices of disabled deployments held.</summary>
    public Task WhenQuietAsync(CancellationToken cancellationToken = default) => _activity.WhenQuietAsync().WaitAsync(cancellationToken);

    /// <summary>A slice is held by a test, and counts as nothing to do until <see cref="StepBack"/>.</summary>
    public void StepAside() => _activity.End();

    /// <summary>A slice that a test held goes on.</summary>
    public void StepBack() => _activity.Begin();

    /// <summary>Stops: takes no more calls, does what it was given, and gives up the slices on their way. Who waits for a run is told so. The next start on the same store sends those again.</summary>
    public async ValueTask DisposeAsync()
    {
        _dispatcher.Dispose();
        await _loop.DisposeAsync().ConfigureAwait(false);
        _changes.Stop();
        _stops.Stop();
        _watchers.Stop();
        _connections.Dispose();
    }

    /// <summary>What a committed transaction lets out. On the loop.</summary>
    private void Committed(Transaction transaction)
    {
        FollowDeployments(transaction.Changes);
        var runs = transaction.Changes.Runs;
        _dispatcher.Take(transaction.Outward, transaction.Changes);
        foreach (var run in runs.Values)
        {
            _changes.Changed(run);
            if (RunStop.EndedOrPaused.IsReachedBy(run))
                _stops.Changed(run);
        }

        _watchers.Tell(transaction.Changes);
    }

    private void FollowDeployments(StoreChanges changes)
    {
        if (changes.Schedules.Count > 0)
            _schedules.Follow(changes.Schedules);
        if (changes.Gates is { } gates)
            _deployments.Gates = gates;
        foreach (var environment in changes.Environments.Values)
            _deployments.Follow(environment);
        if (changes.Gates is null && changes.Environments.Count == 0)
            return;

        // What was held may go now. What must still wait is held again.
        foreach (var deployment in _deployments.Environments.SelectMany(static environment => environment.Deployments.Keys))
            _dispatcher.Release(deployment);
    }
}
