namespace Agnt5.Local.Hosting.Loop;

/// <summary>Counts what the engine has to do: work that waits for the loop, and slices on their way. Clocks that a test moves are moved when there is none.</summary>
internal sealed class Activity
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _quiet;
    private long _count;

    public void Begin() => Interlocked.Increment(ref _count);

    public void End()
    {
        if (Interlocked.Decrement(ref _count) != 0)
            return;

        lock (_gate)
        {
            _quiet?.TrySetResult();
            _quiet = null;
        }
    }

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
}
