using System.Threading.Channels;
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

    /// <summary>After a failed commit, the loop tries again what must not get lost.</summary>
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Channel<EngineWork> _work = Channel.CreateUnbounded<EngineWork>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IEngineStore _store;
    private readonly EngineSettings _settings;
    private readonly ActiveStates _states;
    private readonly Activity _activity;
    private readonly ILogger _logger;
    private readonly ScheduleKeeper _schedules;
    private readonly EngineTimer _timer;
    private readonly Action<Transaction> _committed;
    private readonly List<EngineWork> _batch = [];
    private Task _running = Task.CompletedTask;
    private int _waitingCommands;

    /// <param name="store">Where the states lie.</param>
    /// <param name="settings">The engine's settings.</param>
    /// <param name="activity">Counts what is to be done.</param>
    /// <param name="schedules">Starts what schedules want.</param>
    /// <param name="committed">Is called with each transaction that is durable, on the loop, before the callers are told.</param>
    public EngineLoop(IEngineStore store, EngineSettings settings, Activity activity, ScheduleKeeper schedules, Action<Transaction> committed)
    {
        (_store, _settings, _activity, _schedules, _committed) = (store, settings, activity, schedules, committed);
        _logger = settings.Loggers.CreateLogger<EngineLoop>();
        _states = new ActiveStates(store);
        _timer = new EngineTimer(settings.Time, () => Post(new DueTold(store, schedules)));
    }

    /// <summary>When the next run, key or schedule is due, Unix ms, or <see langword="null"/>.</summary>
    public long? NextDueMs => _store.NextDueMs() is not { } machine ? _schedules.NextDueMs : _schedules.NextDueMs is { } schedule ? Math.Min(machine, schedule) : machine;

    /// <inheritdoc cref="ActiveStates.FindActive"/>
    public RunState? FindActive(string runId) => _states.FindActive(runId);

    /// <summary>Begins to work.</summary>
    public void Start()
    {
        _timer.Set(NextDueMs);
        _running = Task.Run(WorkAsync);
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
        if (_work.Writer.TryWrite(work))
            return true;

        _activity.End();
        return false;
    }

    /// <summary>Takes no more work, and does what it has.</summary>
    public async ValueTask DisposeAsync()
    {
        _work.Writer.TryComplete();
        await _running.ConfigureAwait(false);
        _timer.Dispose();
    }

    private async Task WorkAsync()
    {
        while (await _work.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_batch.Count < MostInTransaction && _work.Reader.TryRead(out var work))
                _batch.Add(work);
            DoBatch();
            _batch.Clear();
        }
    }

    private void DoBatch()
    {
        var transaction = new Transaction(_states, _settings.Machines, _settings.Time.GetUtcNow().ToUnixTimeMilliseconds(), _logger);
        for (var index = 0; index < _batch.Count; index++)
        {
            if (_batch[index].IsCommand)
                Interlocked.Decrement(ref _waitingCommands);
            if (Try(_batch[index], transaction) is { } why)
                _batch[index] = new FailedWork(_batch[index], why, this);
        }

        if (!TryCommit(transaction))
            return;

        _states.Follow(transaction.Changes);
        LetOut(transaction);
        foreach (var work in _batch)
        {
            work.Committed();
            _activity.End();
        }
    }

    /// <summary>What is durable goes out. An error in here must not end the loop, on which all runs depend.</summary>
    private void LetOut(Transaction transaction)
    {
        try
        {
            _committed(transaction);
            if (_batch.Exists(static work => work is FailedWork { IsOfTime: true }))
                _timer.SetAfter(PauseAfterFailure);
            else
                _timer.Set(NextDueMs);
        }
        catch (Exception exception)
        {
            HostLog.CallBroken(_logger, exception);
            _timer.SetAfter(PauseAfterFailure);
        }
    }

    /// <returns>Why it failed, or <see langword="null"/>.</returns>
    private Exception? Try(EngineWork work, Transaction transaction)
    {
        try
        {
            work.Apply(transaction);
            return null;
        }
        catch (Exception exception)
        {
            if (exception is not EngineException)
                HostLog.CallBroken(_logger, exception);
            return exception;
        }
    }

    private bool TryCommit(Transaction transaction)
    {
        try
        {
            if (transaction.IsTorn)
                throw new InvalidOperationException("A state could not be read while machines told each other what happened.");
            _store.Commit(transaction.Changes);
            return true;
        }
        catch (Exception exception)
        {
            HostLog.StoreFailed(_logger, exception);
            var why = new EngineException(
                EngineErrorKind.Internal, EngineErrorCodes.StoreFailed, "The engine could not write to its store. Nothing has happened; the engine's log has the reason. Try again.", exception);
            foreach (var work in _batch)
            {
                Fail(work, why);
                _activity.End();
            }

            _timer.SetAfter(PauseAfterFailure);
            return false;
        }
    }

    private void Fail(EngineWork work, Exception why)
    {
        if (work.Failed(why))
            _ = PostLaterAsync(work);
    }

    private async Task PostLaterAsync(EngineWork work)
    {
        _activity.Begin();
        await Task.Delay(PauseAfterFailure, _settings.Time).ConfigureAwait(false);
        if (!_work.Writer.TryWrite(work))
            _activity.End();
    }

    /// <summary>
    /// Stands where work was that has failed. Its caller hears of it after the commit: a call may be refused because of what the same transaction changed, and that is not true before.
    /// </summary>
    private sealed class FailedWork(EngineWork work, Exception failure, EngineLoop loop) : EngineWork
    {
        /// <summary>Whether it was to tell the time. Tried again at once, it would fail again, and keep the loop busy.</summary>
        public bool IsOfTime => work is DueTold;

        public override void Apply(Transaction transaction)
        {
        }

        public override void Committed() => loop.Fail(work, failure);

        public override bool Failed(Exception why)
        {
            loop.Fail(work, why);
            return false;
        }
    }
}
