namespace Agnt5.Execution;

/// <summary>
/// Ends a slice whose time is up or whose caller has left. It ends the slice's code at once, and its steps after a grace time (see <see cref="DeadlineGrace"/>). It does so even if the code blocks
/// the slice's thread.
/// </summary>
internal sealed class SliceCut(WorkflowSlice slice) : IDisposable
{
    private GraceTimer? _grace;

    // Few slices need it. The first to use it may be the deadline's thread or the slice's thread.
    private GraceTimer Grace => LazyInitializer.EnsureInitialized(ref _grace, () => new GraceTimer(slice.Time, slice.Scheduler.TryReplaceThread));

    /// <summary>Waits until the slice has ended, and ends it when its token fires.</summary>
    public async Task WaitForEndAsync()
    {
        using var cut = slice.CancellationToken.UnsafeRegister(static cut => ((SliceCut)cut!).Begin(), this);
        await slice.Scheduler.Stopped.ConfigureAwait(false);
    }

    // Called before the token fires. The token also cancels tasks that the code awaits outside its steps. The code must not treat that as a failure and undo its work.
    public void PassDeadline()
    {
        slice.Scheduler.CloseContinuations();
        Begin();
    }

    /// <summary>Begins the grace time, unless it has begun already.</summary>
    /// <returns>The time stamp at which the grace time began.</returns>
    public long BeginGrace()
    {
        Grace.Begin();
        return Grace.BeganAt;
    }

    public void Dispose() => Volatile.Read(ref _grace)?.Dispose();

    private void Begin()
    {
        slice.Scheduler.PostArrival(static slice => ((WorkflowSlice)slice!).CutOff(), slice);
        // After the arrival is posted: a thread that replaces a blocked one must find it.
        Grace.Begin();
    }
}
