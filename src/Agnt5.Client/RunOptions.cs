namespace Agnt5;

/// <summary>How a run is started.</summary>
public sealed record RunOptions : CallOptions
{
    /// <summary>
    /// The key of the order, payment or message that the run is for. AGNT5 admits one run for each key, so a call that is made again with it starts nothing twice. Only calls with a key are retried.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>How long <c>RunAsync</c> waits on the gateway: 0 to 24 hours. Default: 5 minutes, AGNT5's own. <c>SubmitAsync</c> waits for nothing.</summary>
    public TimeSpan? WaitTimeout { get; init; }

    /// <summary>The conversation that the run belongs to.</summary>
    public string? SessionId { get; init; }

    /// <summary>The user that the run is for.</summary>
    public string? UserId { get; init; }
}
