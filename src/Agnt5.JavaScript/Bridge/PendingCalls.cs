using System.Collections.Concurrent;

namespace Agnt5.JavaScript.Bridge;

/// <summary>Calls to the host whose answers have not come yet, by number.</summary>
/// <typeparam name="T">What an answer is.</typeparam>
internal sealed class PendingCalls<T>
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<T>> _waiting = new();
    private int _last;

    /// <summary>Sends a call and waits for its answer.</summary>
    /// <param name="send">Sends the call of this number.</param>
    /// <param name="abort">Tells the host that nobody waits for this number any more.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<T> SendAsync(Action<int> send, Action<int>? abort, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = Interlocked.Increment(ref _last);
        // On the one thread of WebAssembly what waits goes on at once. Elsewhere it must not run on the thread of the host.
        var answer = new TaskCompletionSource<T>(OperatingSystem.IsBrowser() ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[call] = answer;
        try
        {
            send(call);
            return await answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            abort?.Invoke(call);
            throw;
        }
        finally
        {
            _waiting.TryRemove(call, out _);
        }
    }

    public void Complete(int call, T answer)
    {
        if (_waiting.TryRemove(call, out var waiting))
            waiting.TrySetResult(answer);
    }

    public void Fail(int call, Exception failure)
    {
        if (_waiting.TryRemove(call, out var waiting))
            waiting.TrySetException(failure);
    }
}
