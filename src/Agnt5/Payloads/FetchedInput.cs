using Agnt5.Primitives;

namespace Agnt5.Payloads;

/// <summary>An input that was fetched and is what its reference says: as JSON in memory, or bound already where it was too large for that.</summary>
/// <param name="size">The document's length in bytes.</param>
/// <param name="document">The memory of the document, if it was kept.</param>
internal sealed class FetchedInput(long size, PooledBuffer? document = null) : IDisposable
{
    public long Size => size;

    /// <summary>The document, like an input that came with the invoke: empty for none and for <c>null</c>. Valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    public BoundInput? Bound { get; init; }

    public void Dispose() => document?.Dispose();
}
