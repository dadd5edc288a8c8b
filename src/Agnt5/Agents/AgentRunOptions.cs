using Microsoft.Extensions.AI;

namespace Agnt5;

/// <summary>What one run of an agent's loop does otherwise than the agent's attribute says.</summary>
public sealed class AgentRunOptions
{
    /// <summary>The instructions. Default: those of the attribute.</summary>
    public string? Instructions { get; init; }

    /// <summary>Functions that the model may call beside the agent's tools. A call is a recorded step, like that of a tool.</summary>
    public IReadOnlyList<AIFunction> Functions { get; init; } = [];

    /// <summary>Whether the model sees the session's earlier messages. Default: <see langword="true"/>.</summary>
    public bool WithHistory { get; init; } = true;
}
