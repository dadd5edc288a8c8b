using System.Runtime.InteropServices;
using Agnt5.Execution;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Storage;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>
/// The engine's one thread of thought. It takes what happened, as much as there is, tells the machines, commits all of it at once, and lets the outward effects go and the callers know after that.
/// </summary>
internal sealed class EngineLoop : IAsyncDisposable
{
    /// <summary>So much goes into one transaction. More would make the first caller wait for the last one.</summary>
    private const int MostInTransaction = 1000;

    /// <summary>After so long, the loop tries again what could not be done and must not get lost.</summary>
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly WorkQueue _work = new();
    private readonly IEngineStore _store;
    private readonly EngineSettings _settings;
    private readonly Activity _activity;
    private readonly GuardedLogger _logger;
    private readonly ScheduleKeeper _schedules;
    private readonly EngineTimer _timer;
    private readonly ActiveStates _states;
    private readonly WorkRunner _runner;
    private readonly List<EngineWork> _batch = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _timeToldNotBeforeMs;
    private int _waitingCommands;

    /// <param name="store">Where the states lie.</param>
    /// <param name="settings">The engine's settings.</param>
    /// <param name="activity">Counts what is to be done.</param>
    /// <param name="schedules">Starts what schedules want.</param>
    /// <param name="committed">Is called with each transaction that is durable, on the loop, before the callers are told.</param>
    public EngineLoop(IEngineStore store, EngineSettings settings, Activity activity, ScheduleKeeper schedules, Action<Transaction> committed)
    {
        (_store, _settings, _activity, _schedules) = (store, settings, activity, schedules);
        _logger = new GuardedLogger(settings.Loggers.CreateLogger<EngineLoop>());
        _states = new ActiveStates(store);
        _runner = new WorkRunner(store, _states, settings, committed, Fail);
        var due = new DueTold(store, schedules, settings.Time);
        _timer = new EngineTimer(settings.Time, () => Post(due));
    }

    /// <summary>When the next run, key or schedule is due, Unix ms, or <see langword="null"/>.</summary>
    public long? NextDueMs => _store.NextDueMs() is not { } machine ? _schedules.NextDueMs : _schedules.NextDueMs is { } schedule ? Math.Min(machine, schedule) : machine;

    /// <inheritdoc cref="ActiveStates.FindActive"/>
    public RunState? FindActive(string runId) => _states.FindActive(runId);

    /// <summary>Begins to work, on a thread of its own: components that block their threads must not hold it up.</summary>
    public void Start()
    {
        _timer.Set(NextDueMs);
        new Thread(Work) { IsBackground = true, Name = "Local AGNT5" }.Start();
    }

    /// <summary>Lets the loop do something in its next transaction.</summary>
    /// <returns>What came of it, once it is durable.</returns>
    /// <exception cref="EngineException">Too much waits already, or the engine has stopped.</exception>
    public Task<T> DoAsync<T>(Func<Transaction, T> apply, CancellationToken cancellationToken)
    {
        var command = new EngineCommand<T>(apply);
        if (Interlocked.Increment(ref _waitingCommands) > _settings.MaxWaitingCommands)
        {
            Interlocked.Decrement(ref _waitingCommands);
            throw new EngineException(EngineErrorKind.Busy, EngineErrorCodes.Busy, $"{_settings.MaxWaitingCommands} calls wait already. Nothing has happened; try again a little later.");
        }

        if (!Post(command))
        {
            Interlocked.Decrement(ref _waitingCommands);
            throw new EngineException(EngineErrorKind.Busy, EngineErrorCodes.Stopped, "The engine has stopped. Nothing has happened.");
        }

        return command.Done.WaitAsync(cancellationToken);
    }

    /// <summary>Adds work that the engine itself found.</summary>
    /// <returns>Whether the loop takes work still.</returns>
    public bool Post(EngineWork work)
    {
        _activity.Begin();
        if (_work.TryAdd(work))
            return true;

        _activity.End();
        return false;
    }

    /// <summary>Takes no more work, and does what it has.</summary>
    public async ValueTask DisposeAsync()
    {
        _work.Close();
        await _ended.Task.ConfigureAwait(false);
        _timer.Dispose();
    }

    private void Work()
    {
        while (_work.Take(_batch, MostInTransaction))
        {
            DoBatch();
            _batch.Clear();
        }

        _ended.SetResult();
    }

    /// <summary>An error in here must not end the loop, on which all runs depend.</summary>
    private void DoBatch()
    {
        foreach (var work in _batch)
        {
            if (work.IsCommand)
                Interlocked.Decrement(ref _waitingCommands);
            else if (work is DueTold)
                _timeToldNotBeforeMs = null;
        }

        try
        {
            _runner.Do(CollectionsMarshal.AsSpan(_batch));
        }
        catch (Exception exception)
        {
            foreach (var work in _batch)
                Fail(work, exception);
        }

        SetTimer();
        foreach (var _ in _batch)
            _activity.End();
    }

    private void SetTimer()
    {
        try
        {
            var next = NextDueMs;
            _timer.Set(next < _timeToldNotBeforeMs ? _timeToldNotBeforeMs : next);
        }
        catch (Exception exception)
        {
            HostLog.StoreFailed(_logger, exception);
            _timer.Set(LaterMs());
        }
    }

    private void Fail(EngineWork work, Exception why)
    {
        // Tried again at once, it would fail again, and keep the loop busy.
        if (work is DueTold or MachineTold or SchedulesTold)
            _timeToldNotBeforeMs = LaterMs();
        if (work.Failed(why))
            _ = PostLaterAsync(work);
    }

    private long LaterMs() => (_settings.Time.GetUtcNow() + PauseAfterFailure).ToUnixTimeMilliseconds();

    private async Task PostLaterAsync(EngineWork work)
    {
        _activity.Begin();
        await Task.Delay(PauseAfterFailure, _settings.Time).ConfigureAwait(false);
        if (!_work.TryAdd(work))
            _activity.End();
    }
}
