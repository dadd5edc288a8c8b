namespace Agnt5.Execution;

/// <summary>
/// The right to touch the state of a slice. The thread that runs the slice's engine has it. When workflow code blocks that thread for too long, a replacement thread gets it. The state can be
/// taken away only while code runs: the engine, which code enters with each durable call, is never interrupted. Later calls of the code are refused.
/// </summary>
internal sealed class SliceOwnership
{
    private const int Engine = 0;
    private const int Code = 1;
    private const int TakenAway = 2;

    // The state may be taken away even before the code starts, because the thread pool may have no thread for the code.
    private int _holder = Code;
    private TaskCompletionSource? _lateThread;

    /// <summary>A task that ends when the code frees the thread that it blocked; <see langword="null"/> unless the state was taken away.</summary>
    public Task? LateThread => Volatile.Read(ref _holder) == TakenAway ? _lateThread!.Task : null;

    /// <summary>Notes that code runs from here on.</summary>
    public void EnterCode() => Volatile.Write(ref _holder, Code);

    /// <summary>Notes that code has returned.</summary>
    /// <returns>Whether the slice still belongs to the thread.</returns>
    public bool TryLeaveCode()
    {
        if (Interlocked.CompareExchange(ref _holder, Engine, Code) != TakenAway)
            return true;

        _lateThread!.TrySetResult();
        return false;
    }

    /// <summary>Lets code into the engine.</summary>
    /// <param name="isOutermost">Whether the code came from outside the engine, and so must leave by <see cref="EnterCode"/>.</param>
    /// <returns>Whether the slice still belongs to the thread.</returns>
    public bool TryEnterEngine(out bool isOutermost)
    {
        var before = Interlocked.CompareExchange(ref _holder, Engine, Code);
        isOutermost = before == Code;
        return before != TakenAway;
    }

    /// <summary>Takes the state away from the code that runs.</summary>
    /// <returns>Whether the state was taken away; false while the engine runs.</returns>
    public bool TryTakeAway()
    {
        _lateThread ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Interlocked.CompareExchange(ref _holder, TakenAway, Code) == Code;
    }
}
