using System.Globalization;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>
/// Keeps a run's records small enough for the next request to bring them back (protocol section 8). A checkpoint that went out too large would end the run for ever, with an error that names
/// none of its records.
/// </summary>
/// <param name="checkpoint">The run's records.</param>
/// <param name="requestBytes">The length of the request that brought the earlier records.</param>
/// <param name="maxRequestBytes">How long a request may be, in bytes.</param>
internal readonly struct CheckpointLimit(Checkpoint checkpoint, long requestBytes, long maxRequestBytes)
{
    private const int NamedRecords = 3;

    // A result must leave this multiple of its length free.
    private const int SpareFactor = 256;

    // The bytes of the next request outside of the checkpoint: at least the input, and as many as in this request.
    private readonly long _besides = Math.Max(0, requestBytes - checkpoint.SizeBytes);

    /// <summary>Whether the next request would be too long.</summary>
    public bool IsExceeded => Needed > maxRequestBytes;

    /// <summary>Whether the next request would be longer than half of the limit.</summary>
    public bool IsHalfSpent => Needed > maxRequestBytes / 2;

    /// <summary>The checkpoint's length.</summary>
    public long SizeBytes => checkpoint.SizeBytes;

    public long MaxRequestBytes => maxRequestBytes;

    /// <summary>The largest records, for a log line.</summary>
    public string Largest => string.Join(", ", checkpoint.Largest(NamedRecords).Select(static record => FormattableString.Invariant($"'{CallerText.Shorten(record.Key)}' {record.Size}")));

    private long Needed => _besides + checkpoint.SizeBytes;

    // A part stays free for answers and signals and for the engine's own records, which users cannot make smaller. A small result may use more of that part: a run that is full must still be able
    // to undo its work, which records almost nothing.
    private long OpenTo(long size) => maxRequestBytes - Math.Min(maxRequestBytes / 32, (maxRequestBytes / 256) + (SpareFactor * size));

    /// <summary>The reason why the result of a step cannot be recorded, or <see langword="null"/> when it can.</summary>
    /// <param name="key">The key of the record.</param>
    /// <param name="shownKey">The key as the user knows it.</param>
    /// <param name="length">The length of the record.</param>
    public NonRetryableException? Refuse(string key, string shownKey, int length)
    {
        var added = Checkpoint.SizeOf(key, length);
        var size = checkpoint.SizeBytes + added;
        return _besides + size <= OpenTo(added)
            ? null
            : new NonRetryableException(string.Create(CultureInfo.InvariantCulture,
                $"The result of step '{shownKey}' has {length} bytes, and the run's records would have {size} bytes with it. The next request brings them back with {_besides} bytes of input and "
                    + $"envelope, and this endpoint reads at most {maxRequestBytes} bytes (MaxRequestBodyBytes). Store large data elsewhere and return its location."));
    }

    /// <summary>The reason why a run with these records cannot continue.</summary>
    public NonRetryableException Exceeded() => new(string.Create(CultureInfo.InvariantCulture,
        $"The run has recorded {checkpoint.SizeBytes} bytes, and no request could bring them back with {_besides} bytes of input and envelope: this "
            + $"endpoint reads at most {maxRequestBytes} bytes (MaxRequestBodyBytes). The largest records: {Largest}. Return less from steps, and record less often."));
}
