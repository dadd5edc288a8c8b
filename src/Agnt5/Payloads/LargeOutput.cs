using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;

namespace Agnt5.Payloads;

/// <summary>An output that is too large to stay inline: its length and hash, and a way to write it again.</summary>
/// <param name="length">The length of its JSON in bytes.</param>
/// <param name="sha256">The hash of its JSON.</param>
internal abstract class LargeOutput(long length, byte[] sha256)
{
    public long Length => length;

    public byte[] Sha256 => sha256;

    public abstract Task WriteAsync(Stream destination, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class LargeOutput<T>(T value, JsonTypeInfo<T> type, long length, byte[] sha256) : LargeOutput(length, sha256)
{
    public override Task WriteAsync(Stream destination, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(destination, value, (JsonTypeInfo<T>)JsonNesting.Unbuffered(type), cancellationToken);
}
