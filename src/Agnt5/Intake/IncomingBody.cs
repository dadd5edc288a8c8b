using System.IO.Pipelines;
using Agnt5.Protocol;

namespace Agnt5.Intake;

/// <summary>A body that did not come at once: its time runs, its memory is counted, and it can be stopped from outside.</summary>
internal sealed class IncomingBody : IDisposable
{
    private readonly Lock _lock = new();
    private readonly UnverifiedBytes _all;
    private readonly PipeReader _reader;
    private readonly ITimer _timer;
    private bool _isRead;

    /// <param name="all">The bodies that it counts among.</param>
    /// <param name="reader">What it is read from.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="tooSlow">What answers the request when it takes longer.</param>
    /// <param name="time">The clock.</param>
    public IncomingBody(UnverifiedBytes all, PipeReader reader, TimeSpan timeout, Failure tooSlow, TimeProvider time)
    {
        (_all, _reader) = (all, reader);
        Place = new LinkedListNode<IncomingBody>(this);
        _timer = time.CreateTimer(_ => Stop(tooSlow), state: null, timeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Its place among the bodies that still arrive. <see cref="UnverifiedBytes"/> alone uses it.</summary>
    public LinkedListNode<IncomingBody> Place { get; }

    /// <summary>How many bytes are counted for it. <see cref="UnverifiedBytes"/> alone uses it.</summary>
    public long Counted { get; set; }

    /// <summary>Why it was stopped, or <see langword="null"/>.</summary>
    public Failure? Refusal { get; private set; }

    /// <summary>Ends the reading, unless it has ended.</summary>
    public void Stop(Failure refusal)
    {
        // Under the lock, because the reader may belong to the connection's next request once this one has ended.
        lock (_lock)
        {
            if (_isRead || Refusal is not null)
                return;

            Refusal = refusal;
            try
            {
                _reader.CancelPendingRead();
            }
            catch (Exception)
            {
                // A reader of the host's that cannot do this ends its read by itself. Nobody could take the exception here.
            }
        }
    }

    /// <summary>Says that the body is there. It no longer gives way, and is counted until it is verified.</summary>
    /// <returns>Why it was stopped before, or <see langword="null"/>.</returns>
    public Failure? Complete()
    {
        End();
        _all.Keep(this);
        return Refusal;
    }

    /// <summary>Ends the counting: the body is verified, or its memory is given back.</summary>
    public void Dispose()
    {
        End();
        _all.Forget(this);
    }

    private void End()
    {
        lock (_lock)
            _isRead = true;
        _timer.Dispose();
    }
}
