using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>How the workflow's code ended in a slice.</summary>
/// <param name="Failure">What it threw, or <see langword="null"/>.</param>
/// <param name="Suspension">What it waits for, or <see langword="null"/>.</param>
/// <param name="WasCut">Whether the deadline cut it off.</param>
/// <param name="BlockedAfter">Where it blocks its thread, or <see langword="null"/> when it gave it back.</param>
/// <param name="FirstCutStep">The first step that the deadline cut off.</param>
internal readonly record struct BodyEnd(Exception? Failure, Suspension? Suspension, bool WasCut, string? BlockedAfter, string? FirstCutStep);
