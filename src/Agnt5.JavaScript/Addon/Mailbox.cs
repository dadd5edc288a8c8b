using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Agnt5.JavaScript.Addon;

/// <summary>
/// Messages from any thread to the thread of one JavaScript context. Many messages cost one wake-up. While requests are in flight it keeps the event loop alive, so that a script that waits for an
/// answer gets it.
/// </summary>
internal sealed unsafe class Mailbox
{
    private const int MostAtOnce = 1000;
    private const int NonBlocking = 0;
    private const int Abort = 1;

    private readonly ConcurrentQueue<Message> _messages = new();

    // Guards the wake-up function: Node.js frees it while a context ends, and a call from another thread must not meet that.
    private readonly Lock _lock = new();

    private nint _wakeUp;
    private bool _isClosed;
    private bool _isAwake;
    private int _held;

    /// <param name="env">The context.</param>
    /// <param name="owner">A handle of this mailbox's owner, an <see cref="AddonContext"/>.</param>
    public void Open(nint env, GCHandle owner)
    {
        nint wakeUp;
        NapiValues.Check(Napi.CreateWakeUp(env, 0, 0, NapiValues.Of(env, "agnt5"), 0, 1, 0, 0, GCHandle.ToIntPtr(owner), &Deliver, &wakeUp));
        _wakeUp = wakeUp;
        NapiValues.Check(Napi.UnrefWakeUp(env, wakeUp));
    }

    /// <summary>Sends a message. When the context has ended, what it owns is disposed, and nothing is sent.</summary>
    /// <param name="send">Runs on the context's thread.</param>
    /// <param name="owned">What is disposed when the message cannot be sent.</param>
    public void Post(Action<nint> send, IDisposable? owned = null)
    {
        _messages.Enqueue(new Message(send, owned));
        if (!Interlocked.Exchange(ref _isAwake, true))
            WakeUp();
    }

    /// <summary>Keeps the event loop alive until <see cref="Release"/>. Both are called on the context's thread.</summary>
    public void Hold(nint env)
    {
        if (_held++ == 0)
            NapiValues.Check(Napi.RefWakeUp(env, _wakeUp));
    }

    public void Release(nint env)
    {
        if (--_held == 0)
            NapiValues.Check(Napi.UnrefWakeUp(env, _wakeUp));
    }

    /// <summary>Ends the mailbox, on the context's thread.</summary>
    public void Close()
    {
        lock (_lock)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            _ = Napi.ReleaseWakeUp(_wakeUp, Abort); // It ends with the context, whatever it says.
        }

        DropAll();
    }

    private void WakeUp()
    {
        lock (_lock)
        {
            if (!_isClosed && Napi.WakeUp(_wakeUp, 0, NonBlocking) == NapiStatus.Ok)
                return;
            _isClosed = true;
        }

        DropAll();
    }

    private void DropAll()
    {
        // Whoever posts from here on finds the mailbox closed and comes here as well.
        Volatile.Write(ref _isAwake, false);
        while (_messages.TryDequeue(out var message))
            message.Owned?.Dispose();
    }

    [UnmanagedCallersOnly]
    private static void Deliver(nint env, nint function, nint owner, nint data)
    {
        // No context any more: the queue of a mailbox that ends is emptied.
        if (env != 0 && GCHandle.FromIntPtr(owner).Target is AddonContext context)
            context.Mailbox.DeliverAll(env);
    }

    private void DeliverAll(nint env)
    {
        Volatile.Write(ref _isAwake, false);
        for (var i = 0; i < MostAtOnce; i++)
        {
            if (!_messages.TryDequeue(out var message))
                return;
            Deliver(env, message);
        }

        // The rest comes after what else waits for this thread.
        if (!Interlocked.Exchange(ref _isAwake, true))
            WakeUp();
    }

    private static void Deliver(nint env, Message message)
    {
        nint scope = 0;
        try
        {
            NapiValues.Check(Napi.OpenScope(env, &scope));
            message.Send(env);
        }
        catch (Exception exception)
        {
            AddonCallbacks.RaiseUncaught(env, exception);
        }
        finally
        {
            if (scope != 0)
                _ = Napi.CloseScope(env, scope); // It is open.
        }
    }

    private readonly record struct Message(Action<nint> Send, IDisposable? Owned);
}
