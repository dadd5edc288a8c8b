using System.Diagnostics;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>
/// Tells when everything that was set going has come to rest: the clock is virtual and every step waits at a gate, so between two moves of the simulation nothing can happen that no work on
/// the thread pool does. That makes a run depend on its seed alone, however many processors there are.
/// </summary>
internal sealed class ThreadPoolRest
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    // Longer than the test runner has anything to do on the thread pool between two tests, and while it starts.
    private static readonly TimeSpan SettlingTime = TimeSpan.FromSeconds(2);

    private static int? _fewestEver;

    // Threads of the pool that are busy with something that is not the simulation's, such as the test runner.
    private int _others = int.MaxValue;
    private long? _idleSince;

    /// <summary>Call it while nothing of the simulation runs: it waits until no more threads are busy than ever before, as long as that may take for a test runner.</summary>
    public ThreadPoolRest()
    {
        var began = Stopwatch.GetTimestamp();
        // The first time nobody knows how few there may be: a thread that the test runner needs to start would be taken for one that is always busy, and one of the simulation for resting.
        for (var sample = 0; sample < 50 || ((_fewestEver is null || _others > _fewestEver) && Stopwatch.GetElapsedTime(began) < SettlingTime); sample++)
        {
            _others = Math.Min(_others, BusyThreads);
            Thread.Yield();
        }

        _fewestEver = Math.Min(_fewestEver ?? _others, _others);
    }

    private static int BusyThreads
    {
        get
        {
            ThreadPool.GetMaxThreads(out var most, out _);
            ThreadPool.GetAvailableThreads(out var available, out _);
            return most - available;
        }
    }

    /// <summary>Waits until the thread pool rests.</summary>
    /// <exception cref="TimeoutException">It never does: something runs in circles.</exception>
    public void Wait()
    {
        var began = Stopwatch.GetTimestamp();
        var spinner = new SpinWait();
        while (!IsResting())
        {
            spinner.SpinOnce(sleep1Threshold: -1);
            if (Stopwatch.GetElapsedTime(began) > Limit)
                throw new TimeoutException("The endpoint does not come to rest.");
        }
    }

    /// <summary>Waits although the thread pool seems to rest: on a machine with much else to do, a thread may have been taken from it in the middle of its work.</summary>
    /// <exception cref="TimeoutException">It does rest: nothing can move any more, and yet the slice does not end.</exception>
    public void WaitOnceMore()
    {
        _idleSince ??= Stopwatch.GetTimestamp();
        if (Stopwatch.GetElapsedTime(_idleSince.Value) > Limit)
            throw new TimeoutException("Nothing can move any more, and yet the slice does not end.");
        Thread.Yield();
    }

    private bool IsResting()
    {
        var completed = ThreadPool.CompletedWorkItemCount;
        var busy = BusyThreads;
        _others = Math.Min(_others, busy);
        return busy <= _others && ThreadPool.PendingWorkItemCount == 0 && ThreadPool.CompletedWorkItemCount == completed;
    }
}
