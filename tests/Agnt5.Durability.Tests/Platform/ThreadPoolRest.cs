using System.Diagnostics;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>
/// Tells when everything that was started has come to rest. The clock is virtual and every step waits at a gate, so between two moves of the simulation only work on the thread pool can change
/// anything. So a run depends on its seed alone, with any number of processors.
/// </summary>
internal sealed class ThreadPoolRest
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    // Longer than the test runner uses the thread pool between two tests, and while it starts.
    private static readonly TimeSpan SettlingTime = TimeSpan.FromSeconds(2);

    private static int? _fewestEver;

    // Threads of the pool that are busy with other work than the simulation, such as the test runner.
    private int _others = int.MaxValue;
    private long? _idleSince;

    /// <summary>Measures the resting thread pool. Call it while nothing of the simulation runs: it waits until as few threads are busy as ever before, however long that takes.</summary>
    public ThreadPoolRest()
    {
        var began = Stopwatch.GetTimestamp();
        // At first the lowest number is unknown: a thread that the starting test runner needs could count as always busy, and then a thread of the simulation as resting.
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
    /// <exception cref="TimeoutException">The thread pool never rests: something runs in circles.</exception>
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

    /// <summary>Waits although the thread pool seems to rest: on a busy machine, the system may have taken a thread from it in the middle of its work.</summary>
    /// <exception cref="TimeoutException">The thread pool rests: nothing can move any more, but the slice does not end.</exception>
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
