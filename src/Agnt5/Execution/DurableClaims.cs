using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>The keys of steps and timers that the workflow has used in this slice: two operations must not share a record (protocol section 6).</summary>
internal sealed class DurableClaims(Checkpoint checkpoint)
{
    private HashSet<string>? _claimed;

    /// <summary>Claims a key whose record came with the request.</summary>
    /// <param name="key">The key.</param>
    /// <param name="recorded">The record.</param>
    /// <returns>Whether there is a record.</returns>
    /// <exception cref="NonRetryableException">The key is in use.</exception>
    public bool TryClaimRecorded(string key, out ReadOnlyMemory<byte> recorded)
    {
        ThrowIfClaimed(key);
        if (!checkpoint.TryUse(key, out recorded, out var isFirstUse))
            return false;
        return isFirstUse ? true : throw InUse(key);
    }

    /// <summary>Whether operations without a record have claimed keys.</summary>
    public bool HaveAny => _claimed is { Count: > 0 };

    /// <summary>Claims the key of a step whose record is the next one, and that no operation without a record has claimed. It needs no text for the key.</summary>
    /// <param name="name">The step's name.</param>
    /// <param name="key">The step's key, if it has one.</param>
    /// <param name="recorded">The record.</param>
    /// <returns>Whether that is so; otherwise <see cref="TryClaimRecorded"/> decides.</returns>
    public bool TryClaimNext(string name, string? key, out ReadOnlyMemory<byte> recorded) => checkpoint.TryUseNext(name, key, out recorded);

    /// <exception cref="NonRetryableException">The key is in use by an operation that did not come with the request.</exception>
    public void ThrowIfClaimed(string key)
    {
        if (_claimed is not null && _claimed.Contains(key))
            throw InUse(key);
    }

    /// <summary>Claims a key without a record.</summary>
    /// <exception cref="NonRetryableException">The key is in use.</exception>
    public void Claim(string key)
    {
        // A broken key would not be found again after it went over the wire. Keys that came with the request have been over the wire.
        WireText.ThrowIfBroken(key, "The durable key");
        if (!(_claimed ??= new HashSet<string>(StringComparer.Ordinal)).Add(key))
            throw InUse(key);
    }

    /// <summary>Frees a key, so that a failed step can be tried again under it.</summary>
    public void Release(string key) => _claimed!.Remove(key);

    private static NonRetryableException InUse(string key) => new(
        $"The durable key '{key}' is used already in this run. Give steps that share a name different keys: new StepOptions {{ Key = … }}. Give a sleep a different name (AGT4007).");
}
