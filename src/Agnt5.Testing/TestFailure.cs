namespace Agnt5.Testing;

/// <summary>How a run failed.</summary>
/// <param name="Code">The error's code, for example <c>WAIT_TIMEOUT</c> or <c>RATE_LIMITED</c>.</param>
/// <param name="Message">The error's message.</param>
public sealed record TestFailure(string Code, string Message);
