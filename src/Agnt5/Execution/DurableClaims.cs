namespace Agnt5.Execution;

/// <summary>The keys of steps and timers that the workflow has used in this slice: two operations must not share a record (protocol section 6).</summary>
internal sealed class DurableClaims
{
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);

    /// <exception cref="NonRetryableException">The key is in use.</exception>
    public string Claim(string key) => _claimed.Add(key)
        ? key
        : throw new NonRetryableException(
            $"The durable key '{key}' is used already in this run. Steps that share a name need a key of their own: new StepOptions {{ Key = … }}; give a sleep another name (AGT4007).");

    /// <summary>Lets a step that failed be tried again under the same key.</summary>
    public void Release(string key) => _claimed.Remove(key);
}
