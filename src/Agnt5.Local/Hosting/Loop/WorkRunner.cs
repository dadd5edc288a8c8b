using Agnt5.Execution;
using Agnt5.Local.Storage;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>
/// Does work in transactions: a whole batch in one. One that cannot be done so is done in halves, down to single pieces, so that what a store always refuses, or cannot read, fails alone.
/// </summary>
/// <param name="store">Where the states lie.</param>
/// <param name="states">What is known of them.</param>
/// <param name="settings">The engine's settings.</param>
/// <param name="letOut">Is called with each transaction that is durable, before the callers are told.</param>
/// <param name="failed">Is called with work that has failed, and why.</param>
internal sealed class WorkRunner(IEngineStore store, ActiveStates states, EngineSettings settings, Action<Transaction> letOut, Action<EngineWork, Exception> failed)
{
    /// <summary>A store that has written nothing for so long, perhaps because another program has locked it, is not asked for each piece of work. All of them fail.</summary>
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromSeconds(5);

    /// <summary>A run whose change was refused so often ends, if the store takes other changes.</summary>
    private const int MostRefusals = 5;

    private readonly GuardedLogger _logger = new GuardedLogger(settings.Loggers.CreateLogger<EngineLoop>());
    private long _wroteAt;
    private bool _isReported;

    /// <summary>Does a batch. Each piece of it has happened, or has failed.</summary>
    public void Do(ReadOnlySpan<EngineWork> batch)
    {
        _wroteAt = settings.Time.GetTimestamp();
        _isReported = false;
        DoInParts(batch);
    }

    private void DoInParts(ReadOnlySpan<EngineWork> batch)
    {
        // What is due may be taken apart into nothing.
        if (batch.IsEmpty || TryDo(batch) is not { } why)
            return;

        if (settings.Time.GetElapsedTime(_wroteAt) >= GivesUpAfter)
        {
            foreach (var work in batch)
                Fail(work, why);
        }
        else if (batch.Length > 1)
        {
            DoInParts(batch[..(batch.Length / 2)]);
            DoInParts(batch[(batch.Length / 2)..]);
        }
        else if (TryTakeApart(batch[0]) is { } parts)
        {
            failed(batch[0], why);
            DoInParts(parts);
        }
        else if (++batch[0].Refusals < MostRefusals || !TryGiveUp(batch[0], why))
        {
            Fail(batch[0], why);
        }
    }

    /// <returns>Why nothing of it has happened, or <see langword="null"/>.</returns>
    private Exception? TryDo(ReadOnlySpan<EngineWork> batch)
    {
        var transaction = new Transaction(states, settings.Machines, settings.Time.GetUtcNow().ToUnixTimeMilliseconds(), _logger);
        Dictionary<EngineWork, EngineException>? refused = null;
        foreach (var work in batch)
        {
            try
            {
                work.Apply(transaction);
            }
            catch (EngineException exception)
            {
                // It looked before it changed anything. Its caller hears of it after the commit: what it was refused for is not true before.
                (refused ??= [])[work] = exception;
            }
            catch (UnreadableStateException exception)
            {
                return StoreFailed(exception.InnerException!);
            }
            catch (Exception exception)
            {
                return exception;
            }
        }

        try
        {
            store.Commit(transaction.Changes);
        }
        catch (Exception exception)
        {
            return StoreFailed(exception);
        }

        _wroteAt = settings.Time.GetTimestamp();
        states.Follow(transaction.Changes);
        LetOut(transaction);
        foreach (var work in batch)
        {
            if (refused is not null && refused.TryGetValue(work, out var why))
                failed(work, why);
            else
                work.Committed();
        }

        return null;
    }

    private void LetOut(Transaction transaction)
    {
        try
        {
            letOut(transaction);
        }
        catch (Exception exception)
        {
            HostLog.CallBroken(_logger, exception);
        }
    }

    private static EngineWork[]? TryTakeApart(EngineWork work)
    {
        try
        {
            return work.TakeApart();
        }
        catch (Exception)
        {
            // Why it cannot be done in one is told, and is why it cannot be taken apart.
            return null;
        }
    }

    /// <summary>Ends a run whose change a store refuses while it takes others. A store that takes none is waited for.</summary>
    private bool TryGiveUp(EngineWork work, Exception why)
    {
        try
        {
            if (work.GivenUp(why) is not { } end)
                return false;
            store.Commit(new StoreChanges { Gates = store.ReadGates() });
            return TryDo([work]) is null || TryDo([end]) is null;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private void Fail(EngineWork work, Exception why)
    {
        if (why is not EngineException)
            HostLog.CallBroken(_logger, why);
        failed(work, why);
    }

    private EngineException StoreFailed(Exception exception)
    {
        if (!_isReported)
            HostLog.StoreFailed(_logger, exception);
        _isReported = true;
        return new EngineException(EngineErrorKind.Internal, EngineErrorCodes.StoreFailed, $"Nothing has happened, because the engine's store failed. {exception.Message}", exception);
    }
}
