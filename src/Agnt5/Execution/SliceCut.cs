namespace Agnt5.Execution;

/// <summary>
/// Brings a slice to its end whose time is up or whose caller has left: its code at once, what still runs a moment later (see <see cref="DeadlineGrace"/>), and also where the code blocks the
/// thread that would have to do it.
/// </summary>
internal sealed class SliceCut(WorkflowSlice slice) : IDisposable
{
    private GraceTimer? _grace;

    // Few slices need it. The deadline's thread may be the first, or the slice's.
    private GraceTimer Grace => LazyInitializer.EnsureInitialized(ref _grace, () => new GraceTimer(slice.Time, slice.Scheduler.TryReplaceThread));

    /// <summary>Waits until the slice has ended, and makes it end when its token fires.</summary>
    public async Task WaitForEndAsync()
    {
        using var cut = slice.CancellationToken.UnsafeRegister(static cut => ((SliceCut)cut!).Begin(), this);
        await slice.Scheduler.Stopped.ConfigureAwait(false);
    }

    // Before the token fires: what the code awaits outside its steps is cancelled by it too, and the code must not take that for a failure and undo what it did.
    public void PassDeadline()
    {
        slice.Scheduler.CloseContinuations();
        Begin();
    }

    /// <summary>Begins the moment that is left to what runs, where nothing else has begun it.</summary>
    /// <returns>The time stamp at which it began.</returns>
    public long BeginGrace()
    {
        Grace.Begin();
        return Grace.BeganAt;
    }

    public void Dispose() => Volatile.Read(ref _grace)?.Dispose();

    private void Begin()
    {
        slice.Scheduler.PostArrival(static slice => ((WorkflowSlice)slice!).CutOff(), slice);
        // After it: whoever takes the place of a blocked thread must find it.
        Grace.Begin();
    }
}
