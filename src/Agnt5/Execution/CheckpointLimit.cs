using System.Globalization;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>
/// Keeps a run's records within what a request can bring back (protocol section 8): a checkpoint that goes out and is too large to come in would end the run for ever, with an error that names
/// nothing of it.
/// </summary>
/// <param name="checkpoint">The run's records.</param>
/// <param name="requestBytes">The length of the request that brought the earlier ones.</param>
/// <param name="maxRequestBytes">How long a request may be.</param>
internal readonly struct CheckpointLimit(Checkpoint checkpoint, long requestBytes, long maxRequestBytes)
{
    private const int NamedRecords = 3;

    // How many times its own length a result has to leave free.
    private const int SpareFactor = 256;

    // What the next request has beside the checkpoint: at least the input, and what this one had.
    private readonly long _besides = Math.Max(0, requestBytes - checkpoint.SizeBytes);

    /// <summary>Whether the next request would be too long.</summary>
    public bool IsExceeded => Needed > maxRequestBytes;

    /// <summary>Whether the next request takes up more than half of what it may.</summary>
    public bool IsHalfSpent => Needed > maxRequestBytes / 2;

    /// <summary>The checkpoint's length.</summary>
    public long SizeBytes => checkpoint.SizeBytes;

    public long MaxRequestBytes => maxRequestBytes;

    /// <summary>The largest records, for a log line.</summary>
    public string Largest => string.Join(", ", checkpoint.Largest(NamedRecords).Select(static record => FormattableString.Invariant($"'{CallerText.Shorten(record.Key)}' {record.Size}")));

    private long Needed => _besides + checkpoint.SizeBytes;

    // A part is left free for what wakes the run and for the engine's own records, which nobody could make smaller. The smaller a result is, the more of that it may take: a run that is full
    // must be able to undo what it did, which records next to nothing.
    private long OpenTo(long size) => maxRequestBytes - Math.Min(maxRequestBytes / 32, (maxRequestBytes / 256) + (SpareFactor * size));

    /// <summary>Why the result of a step cannot be recorded, or <see langword="null"/> when it can.</summary>
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
                $"The result of step '{shownKey}' has {length} bytes, and with it the run would have recorded {size}. The next request brings that back beside {_besides} bytes of input and envelope, "
                    + $"and this endpoint reads {maxRequestBytes} at most (MaxRequestBodyBytes). Store large data elsewhere and return where it is."));
    }

    /// <summary>Why a run with these records cannot go on.</summary>
    public NonRetryableException Exceeded() => new(string.Create(CultureInfo.InvariantCulture,
        $"The run has recorded {checkpoint.SizeBytes} bytes, and no request could bring that back beside {_besides} bytes of input and envelope: this "
            + $"endpoint reads {maxRequestBytes} at most (MaxRequestBodyBytes). The largest records: {Largest}. Return less from steps, and record less often."));
}
