namespace Agnt5.Durability.Tests.Platform;

/// <summary>The result of a simulated run.</summary>
/// <param name="Outcome">Status, output and error of the last response, as JSON.</param>
/// <param name="Told">What the workflow's own code told the outside by events, in order.</param>
/// <param name="Steps">How many times a step was let through its gate.</param>
/// <param name="Responses">How many responses there were, lost ones included.</param>
/// <param name="Transcript">Requests, moves and responses.</param>
public sealed record RunResult(string Outcome, IReadOnlyList<string> Told, int Steps, int Responses, string Transcript);
