using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Hosting.Runs;

/// <summary>A run that was asked for.</summary>
/// <param name="Run">The run. It may have ended already: a rate limit refuses it.</param>
/// <param name="IsNew">Whether it is new, or an earlier one that the idempotency key stands for.</param>
internal sealed record AcceptedRun(RunState Run, bool IsNew);
