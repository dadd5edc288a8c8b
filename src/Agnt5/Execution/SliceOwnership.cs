namespace Agnt5.Execution;

/// <summary>
/// Who may touch the state of a slice: the thread that runs its engine, or, once workflow code has blocked that thread for too long, the one that takes its place. The state can be taken away
/// only while code runs; the engine, which code enters with each durable call, is never interrupted. What code calls afterwards is refused.
/// </summary>
internal sealed class SliceOwnership
{
    private const int Engine = 0;
    private const int Code = 1;
    private const int TakenAway = 2;

    // Before the code is started it may be taken away as well: the thread pool may have no thread for it.
    private int _holder = Code;
    private TaskCompletionSource? _lateThread;

    /// <summary>A task that ends when the code has given back the thread that it had blocked; <see langword="null"/> while nothing was taken away.</summary>
    public Task? LateThread => Volatile.Read(ref _holder) == TakenAway ? _lateThread!.Task : null;

    /// <summary>Takes note that code runs from here on.</summary>
    public void EnterCode() => Volatile.Write(ref _holder, Code);

    /// <summary>Takes note that code has returned.</summary>
    /// <returns>Whether the slice still belongs to the thread.</returns>
    public bool TryLeaveCode()
    {
        if (Interlocked.CompareExchange(ref _holder, Engine, Code) != TakenAway)
            return true;

        _lateThread!.TrySetResult();
        return false;
    }

    /// <summary>Lets code into the engine.</summary>
    /// <param name="isOutermost">Whether it was outside, and has to leave by <see cref="EnterCode"/>.</param>
    /// <returns>Whether the slice still belongs to the thread.</returns>
    public bool TryEnterEngine(out bool isOutermost)
    {
        var before = Interlocked.CompareExchange(ref _holder, Engine, Code);
        isOutermost = before == Code;
        return before != TakenAway;
    }

    /// <summary>Takes the state away from the code that runs.</summary>
    /// <returns>Whether it did; not while the engine runs.</returns>
    public bool TryTakeAway()
    {
        _lateThread ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Interlocked.CompareExchange(ref _holder, TakenAway, Code) == Code;
    }
}
