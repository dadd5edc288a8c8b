using System.IO.Pipelines;

namespace Agnt5.JavaScript.Bridge;

/// <summary>A body that comes over in parts.</summary>
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

    private bool _isCompleted;

    public PipeReader Reader => _pipe.Reader;

    /// <summary>Adds a part.</summary>
    /// <returns>Whether the host may send on at once.</returns>
    public bool Push(ReadOnlySpan<byte> part)
    {
        if (_isCompleted)
            return true;
        part.CopyTo(_pipe.Writer.GetSpan(part.Length));
        _pipe.Writer.Advance(part.Length);
        var flushing = _pipe.Writer.FlushAsync();
        if (flushing.IsCompleted)
            return true;

        _ = TellWhenDrainedAsync(flushing);
        return false;
    }

    /// <summary>Ends the body.</summary>
    /// <param name="failure">Why it broke off, or <see langword="null"/> when it is whole.</param>
    public void Complete(Exception? failure)
    {
        _isCompleted = true;
        _pipe.Writer.Complete(failure);
    }

    private async Task TellWhenDrainedAsync(ValueTask<FlushResult> flushing)
    {
        await flushing.ConfigureAwait(false);
        drained();
    }
}
