using System.Security.Cryptography;

namespace Agnt5.Primitives;

/// <summary>Computes the SHA-256 of content that comes in pieces.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash _hash = Try(static () => IncrementalHash.CreateHash(HashAlgorithmName.SHA256));

    /// <exception cref="ChecksumException">The machine's cryptography failed.</exception>
    public void Append(ReadOnlySpan<byte> piece)
    {
        try
        {
            _hash.AppendData(piece);
        }
        catch (Exception exception) when (exception is CryptographicException or PlatformNotSupportedException)
        {
            throw new ChecksumException(exception);
        }
    }

    /// <summary>Returns the hash of all pieces. Call it once, at the end.</summary>
    /// <exception cref="ChecksumException">The machine's cryptography failed.</exception>
    public byte[] Complete() => Try(_hash.GetHashAndReset);

    public void Dispose() => _hash.Dispose();

    private static T Try<T>(Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (Exception exception) when (exception is CryptographicException or PlatformNotSupportedException)
        {
            throw new ChecksumException(exception);
        }
    }
}
