using System.Text.Json.Serialization.Metadata;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>Takes a component's output until the slice is over. Code that was given up must not reach the response.</summary>
/// <param name="sink">The target of the output.</param>
internal sealed class SliceOutput(IOutputSink sink)
{
    private const int Open = 0;
    private const int Writing = 1;
    private const int Closed = 2;

    private int _state;

    /// <summary>Whether code that was given up is in the middle of writing, and so still uses the sink.</summary>
    public bool KeepsSink { get; private set; }

    public void Write<T>(T value, JsonTypeInfo<T> type)
    {
        if (Interlocked.CompareExchange(ref _state, Writing, Open) != Open)
            return;

        try
        {
            sink.WriteOutput(value, type);
        }
        finally
        {
            Interlocked.CompareExchange(ref _state, Open, Writing);
        }
    }

    // It waits for no writer: the object being written may have members that block.
    public void Close() => KeepsSink |= Interlocked.Exchange(ref _state, Closed) == Writing;
}
