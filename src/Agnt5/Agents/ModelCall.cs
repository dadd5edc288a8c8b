namespace Agnt5;

/// <summary>
/// The model call that an agent is making. Code between the agent and the provider can read it: a delegating <c>IChatClient</c>, or a handler of its <see cref="HttpClient"/>, which may send the
/// key as a header.
/// </summary>
public sealed class ModelCall
{
    private static readonly AsyncLocal<ModelCall?> Running = new();

    internal ModelCall(string runId, string agentName, string model, string key) => (RunId, AgentName, Model, IdempotencyKey) = (runId, agentName, model, $"{runId}:{key}");

    /// <summary>The call that the running code belongs to, or <see langword="null"/> outside of a call.</summary>
    public static ModelCall? Current => Running.Value;

    /// <summary>The run's id.</summary>
    public string RunId { get; }

    /// <summary>The agent's name on the wire.</summary>
    public string AgentName { get; }

    /// <summary>The model as the agent names it.</summary>
    public string Model { get; }

    /// <summary>Identifies the call. It is the same on each attempt and each replay.</summary>
    public string IdempotencyKey { get; }

    /// <summary>Makes this the current call of the code that runs from here on.</summary>
    internal void Enter() => Running.Value = this;
}
