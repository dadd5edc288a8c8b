namespace Agnt5.Local.Hosting.Runs;

/// <summary>A signal that a run has, or gets once it waits for it.</summary>
/// <param name="SignalId">The signal's id.</param>
/// <param name="Resumed">Whether the run waited for it, and goes on.</param>
internal sealed record SentSignal(string SignalId, bool Resumed);
