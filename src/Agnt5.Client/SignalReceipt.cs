namespace Agnt5;

/// <summary>What became of a signal.</summary>
/// <param name="RunId">The run that it was for.</param>
/// <param name="SignalId">The signal's id.</param>
/// <param name="SignalName">Its name.</param>
/// <param name="Resumed">Whether the run waited for it and woke. Otherwise it is kept until the run waits for it.</param>
public sealed record SignalReceipt(string RunId, string? SignalId, string SignalName, bool Resumed);
