namespace Agnt5.Local.Hosting.Runs;

/// <summary>Runs that were asked for together.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="RunIds">Its runs, in the order of the inputs.</param>
/// <param name="CreatedAtMs">When, Unix ms.</param>
internal sealed record BatchState(string BatchId, IReadOnlyList<string> RunIds, long CreatedAtMs);
