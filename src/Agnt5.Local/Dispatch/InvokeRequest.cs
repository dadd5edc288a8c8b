namespace Agnt5.Local.Dispatch;

/// <summary>One invoke (protocol section 4) before it is signed.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Attempt">How many attempts have failed before. The signed attempt id is <c>{run_id}:{attempt}</c>.</param>
/// <param name="Body">The body as UTF-8 JSON.</param>
internal sealed record InvokeRequest(string RunId, int Attempt, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether something may still read <see cref="Body"/> although the invoke is over: a request that broke off. Its memory must not be used for another one.</summary>
    public bool IsOutlived { get; set; }
}
