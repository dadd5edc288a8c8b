using Agnt5.Primitives;

namespace Agnt5.Payloads;

/// <summary>A fetched input that matches its reference: JSON in memory, or a bound value when the document was too large for that.</summary>
/// <param name="size">The document's length in bytes.</param>
/// <param name="document">The memory of the document, if it was kept.</param>
internal sealed class FetchedInput(long size, PooledBuffer? document = null) : IDisposable
{
    public long Size => size;

    /// <summary>The document in the form of an inline input: empty for none and for <c>null</c>. Valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    public BoundInput? Bound { get; init; }

    public void Dispose() => document?.Dispose();
}
