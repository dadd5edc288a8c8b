namespace Agnt5.Testing.Exploring.Scripts;

/// <summary>What the world around a run does, the same in each schedule.</summary>
internal sealed class Script
{
    /// <summary>Answers by the question's text.</summary>
    public Dictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    public List<ScriptedSignal> Signals { get; } = [];

    public List<ScriptedFailure> Failures { get; } = [];
}

/// <param name="Name">The signal's name.</param>
/// <param name="Payload">Its payload, before it is JSON.</param>
internal sealed record ScriptedSignal(string Name, TestInput Payload);

/// <param name="Step">The step's name, or <c>name:key</c>.</param>
/// <param name="Times">How many attempts fail.</param>
/// <param name="Failure">What they fail with.</param>
internal sealed record ScriptedFailure(string Step, int Times, Exception Failure);
