namespace Agnt5;

/// <summary>What to do about the failure of a model call: whether another attempt may succeed, and when.</summary>
/// <param name="IsTransient">Whether another attempt may succeed. A call has five attempts.</param>
/// <param name="RetryAfter">How long to wait before the next attempt, at most one day. Default: 1 second after the first attempt, and twice as long after each further one. A shorter wait
/// than that is not kept.</param>
public sealed record ModelFailureVerdict(bool IsTransient, TimeSpan? RetryAfter = null);
