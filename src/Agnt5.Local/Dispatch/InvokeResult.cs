using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Dispatch;

/// <summary>What came of an invoke.</summary>
internal abstract record InvokeResult;

/// <summary>The endpoint answered in the protocol's words.</summary>
internal sealed record InvokeAnswered(SliceAnswer Answer) : InvokeResult;

/// <summary>No usable answer came, see <see cref="SliceLost"/>.</summary>
internal sealed record InvokeLost(string Code, string Message, bool IsFinal = false, long? RetryAfterMs = null) : InvokeResult;
