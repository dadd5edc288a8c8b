using Agnt5.Protocol;

namespace Agnt5.Repeats;

/// <summary>A request that runs now, and the copies of it that wait for its answer.</summary>
internal sealed class RunningRequest
{
    private readonly TaskCompletionSource<Result<SeenRequest>?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isAwaited;

    /// <summary>Whether a copy waits, so that the answer is worth a copy of its bytes, however large it is.</summary>
    public bool IsAwaited => _isAwaited;

    /// <summary>Waits for the end of the request.</summary>
    /// <param name="cancellationToken">Fires when the copy's caller goes away.</param>
    /// <returns>What the copies get, or <see langword="null"/> where the store knows it.</returns>
    public Task<Result<SeenRequest>?> WaitAsync(CancellationToken cancellationToken)
    {
        _isAwaited = true;
        return _ended.Task.WaitAsync(cancellationToken);
    }

    public void End(Result<SeenRequest>? forCopies) => _ended.SetResult(forCopies);
}
