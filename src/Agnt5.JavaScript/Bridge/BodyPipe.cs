using System.IO.Pipelines;

namespace Agnt5.JavaScript.Bridge;

/// <summary>A body that comes over in parts. The host may send on after it was asked for a pause: what is under way then comes all the same.</summary>
/// <param name="drained">Says that the host may send on, after <see cref="Push"/> asked for a pause.</param>
internal sealed class BodyPipe(Action drained)
{
    private const long MostUnread = 256 * 1024;

    // On the one thread of WebAssembly the reader goes on at once. Elsewhere it must not run on the thread of the host.
    private readonly Pipe _pipe = new(new PipeOptions(
        readerScheduler: OperatingSystem.IsBrowser() ? PipeScheduler.Inline : PipeScheduler.ThreadPool,
        writerScheduler: PipeScheduler.Inline,
        pauseWriterThreshold: MostUnread,
        resumeWriterThreshold: MostUnread / 2,
        useSynchronizationContext: false));

    private readonly Lock _writing = new();
    private bool _isFlushing;
    private bool _isUnflushed;
    private bool _isCompleted;

    public PipeReader Reader => _pipe.Reader;

    /// <summary>Adds a part.</summary>
    /// <returns>Whether the host may send on at once.</returns>
    public bool Push(ReadOnlySpan<byte> part)
    {
        lock (_writing)
        {
            if (_isCompleted)
                return true;
            part.CopyTo(_pipe.Writer.GetSpan(part.Length));
            _pipe.Writer.Advance(part.Length);
            return Flush();
        }
    }

    /// <summary>Ends the body.</summary>
    /// <param name="failure">Why it broke off, or <see langword="null"/> when it is whole.</param>
    public void Complete(Exception? failure)
    {
        lock (_writing)
        {
            _isCompleted = true;
            _pipe.Writer.Complete(failure);
        }
    }

    // A pipe flushes one thing at a time. What comes meanwhile is flushed behind it.
    private bool Flush()
    {
        if (_isFlushing)
        {
            _isUnflushed = true;
            return false;
        }

        var flushing = _pipe.Writer.FlushAsync();
        if (flushing.IsCompleted)
            return true;

        _isFlushing = true;
        _ = TellWhenDrainedAsync(flushing);
        return false;
    }

    private async Task TellWhenDrainedAsync(ValueTask<FlushResult> flushing)
    {
        await flushing.ConfigureAwait(false);
        lock (_writing)
        {
            _isFlushing = false;
            if (_isUnflushed && !_isCompleted)
            {
                _isUnflushed = false;
                if (!Flush())
                    return;
            }
        }

        drained();
    }
}
