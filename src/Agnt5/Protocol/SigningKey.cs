using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Protocol;

/// <summary>
/// Computes MACs with one secret. A MAC takes less than half the time when the secret has been worked in before, so hashes that were are kept: from the second MAC on, since many a secret is used
/// for a single request.
/// </summary>
/// <param name="secret">The secret.</param>
internal sealed class SigningKey(string secret) : IDisposable
{
    private const int StackBytes = 256;

    // A MAC never waits, so that no more are computed at once than there are processors.
    private static readonly int MostKept = Math.Min(Environment.ProcessorCount, 16);

    private IncrementalHash?[]? _kept;
    private volatile bool _isUsed;
    private volatile bool _isDisposed;

    /// <summary>Computes a MAC. Any number of threads may do so at once.</summary>
    /// <param name="message">What it covers.</param>
    /// <param name="mac">Takes the place of the framework's HMAC-SHA256, where the host has a faster one.</param>
    /// <param name="computed">Where it goes.</param>
    public void Compute(ReadOnlySpan<byte> message, MacFunction? mac, Span<byte> computed)
    {
        if (mac is null && _isUsed && !_isDisposed)
        {
            ComputeKept(message, computed);
            return;
        }

        _isUsed = true;
        var length = Encoding.UTF8.GetByteCount(secret);
        Span<byte> key = length <= StackBytes ? stackalloc byte[StackBytes] : new byte[length];
        key = key[..Encoding.UTF8.GetBytes(secret, key)];
        try
        {
            if (mac is null)
                HMACSHA256.HashData(key, message, computed);
            else
                mac(key, message, computed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Gives up what is kept. Who still uses the key may go on.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        for (var i = 0; i < MostKept; i++)
            TakeFrom(i)?.Dispose();
    }

    private void ComputeKept(ReadOnlySpan<byte> message, Span<byte> computed)
    {
        var hash = Take();
        try
        {
            hash.AppendData(message);
            hash.GetHashAndReset(computed);
        }
        catch
        {
            hash.Dispose();
            throw;
        }

        Keep(hash);
    }

    private IncrementalHash Take()
    {
        for (var i = 0; i < MostKept; i++)
        {
            if (TakeFrom(i) is { } kept)
                return kept;
        }

        var key = Encoding.UTF8.GetBytes(secret);
        var made = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        CryptographicOperations.ZeroMemory(key);
        return made;
    }

    private void Keep(IncrementalHash hash)
    {
        var kept = _kept ?? Interlocked.CompareExchange(ref _kept, new IncrementalHash?[MostKept], null) ?? _kept;
        var isKept = false;
        for (var i = 0; i < MostKept && !isKept; i++)
            isKept = Interlocked.CompareExchange(ref kept[i], hash, null) is null;
        if (!isKept)
            hash.Dispose();
        else if (_isDisposed)
            Dispose();
    }

    private IncrementalHash? TakeFrom(int place) => _kept is { } kept ? Interlocked.Exchange(ref kept[place], null) : null;
}
