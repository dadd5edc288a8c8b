namespace Agnt5;

/// <summary>
/// The call of a model that an agent is making, for what stands between the agent and the provider: a delegating <c>IChatClient</c>, or the handler of its <see cref="HttpClient"/>, which may hand
/// the key on as a header.
/// </summary>
public sealed class ModelCall
{
    private static readonly AsyncLocal<ModelCall?> Running = new();

    internal ModelCall(string runId, string agentName, string model, string key) => (RunId, AgentName, Model, IdempotencyKey) = (runId, agentName, model, $"{runId}:{key}");

    /// <summary>The call that the running code belongs to, or <see langword="null"/> outside of one.</summary>
    public static ModelCall? Current => Running.Value;

    /// <summary>The run's id.</summary>
    public string RunId { get; }

    /// <summary>The agent's name on the wire.</summary>
    public string AgentName { get; }

    /// <summary>The model as the agent names it.</summary>
    public string Model { get; }

    /// <summary>Names the call, and is the same on each attempt and each replay of it.</summary>
    public string IdempotencyKey { get; }

    /// <summary>Marks the code that runs from here on as this call's.</summary>
    internal void Enter() => Running.Value = this;
}
