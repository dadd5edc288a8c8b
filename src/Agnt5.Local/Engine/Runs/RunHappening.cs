using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Engine.Runs;

/// <summary>Something that happened to a run.</summary>
/// <param name="AtMs">When, Unix ms, by the host's clock. Clocks may jump: a machine must bear a time before the last one.</param>
internal abstract record RunHappening(long AtMs);

/// <summary>A flow-control key let the run pass.</summary>
internal sealed record KeyGranted(long AtMs, FlowKey Key) : RunHappening(AtMs);

/// <summary>The run stands in the line of a flow-control key.</summary>
internal sealed record KeyWaits(long AtMs, FlowKey Key) : RunHappening(AtMs);

/// <summary>A flow-control key turned the run away for good: a rate limit.</summary>
internal sealed record KeyRefused(long AtMs, FlowKey Key, string Code, string Message) : RunHappening(AtMs);

/// <summary>A later run of the same debounce key takes this run's place.</summary>
internal sealed record Superseded(long AtMs, string ByRunId) : RunHappening(AtMs);

/// <summary>The endpoint answered a slice.</summary>
internal sealed record SliceAnswered(long AtMs, int Slice, SliceAnswer Answer) : RunHappening(AtMs);

/// <summary>A slice got no usable answer: nobody listened, the connection broke, the answer made no sense.</summary>
/// <param name="AtMs">When.</param>
/// <param name="Slice">The slice.</param>
/// <param name="Code">What went wrong, as an error code.</param>
/// <param name="Message">What went wrong, and what to do.</param>
/// <param name="IsFinal">Whether sending it again cannot help.</param>
/// <param name="RetryAfterMs">When the endpoint wants to be asked again, in ms from now.</param>
internal sealed record SliceLost(long AtMs, int Slice, string Code, string Message, bool IsFinal = false, long? RetryAfterMs = null) : RunHappening(AtMs);

/// <summary>The host began anew: nobody waits for the slice that was on its way.</summary>
internal sealed record HostRestarted(long AtMs) : RunHappening(AtMs);

/// <summary>The time that the run wanted to be told of has come.</summary>
internal sealed record TimeReached(long AtMs) : RunHappening(AtMs);

/// <summary>A person answered.</summary>
/// <param name="AtMs">When.</param>
/// <param name="Response">The answer as text.</param>
/// <param name="Decision">What is known of a decision beside the answer, for the journal.</param>
internal sealed record UserAnswered(long AtMs, string Response, Decision? Decision = null) : RunHappening(AtMs);

/// <summary>A signal was sent.</summary>
internal sealed record SignalSent(long AtMs, string SignalId, string Name, string Payload) : RunHappening(AtMs);

/// <summary>Somebody does not want to wait until a sleep is over.</summary>
internal sealed record SkipAsked(long AtMs) : RunHappening(AtMs);

/// <summary>Somebody cancels the run.</summary>
internal sealed record CancelAsked(long AtMs, string Reason) : RunHappening(AtMs);
