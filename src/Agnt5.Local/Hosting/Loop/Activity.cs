namespace Agnt5.Local.Hosting.Loop;

/// <summary>Counts what the engine has to do: work that waits for the loop, and slices on their way. Clocks that a test moves are moved when there is none.</summary>
internal sealed class Activity
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _quiet;
    private long _count;

    public void Begin() => Changed(Interlocked.Increment(ref _count));

    public void End() => Changed(Interlocked.Decrement(ref _count));

    /// <summary>Completes once there has been nothing to do. By then there may be something again.</summary>
    public Task WhenQuietAsync()
    {
        lock (_gate)
        {
            _quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var quiet = _quiet;
            if (Interlocked.Read(ref _count) == 0)
            {
                quiet.TrySetResult();
                _quiet = null;
            }

            return quiet.Task;
        }
    }

    // What a test holds counts as ended until it goes on, so that the count comes to zero from both sides.
    private void Changed(long count)
    {
        if (count != 0)
            return;

        lock (_gate)
        {
            _quiet?.TrySetResult();
            _quiet = null;
        }
    }
}
