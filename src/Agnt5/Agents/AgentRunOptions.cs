using Microsoft.Extensions.AI;

namespace Agnt5;

/// <summary>Options of one run of an agent's loop. They apply instead of the agent's attribute, or in addition to it.</summary>
public sealed class AgentRunOptions
{
    /// <summary>The instructions. Default: those of the attribute.</summary>
    public string? Instructions { get; init; }

    /// <summary>Functions that the model may call in addition to the agent's tools. Each call is a recorded step, as for a tool.</summary>
    public IReadOnlyList<AIFunction> Functions { get; init; } = [];

    /// <summary>
    /// Images and files that the model sees with the user's message: a <see cref="DataContent"/> with the bytes, or a <see cref="UriContent"/> with an address that the provider can reach. They
    /// are not recorded and become no part of the session. Make them from the input or from recorded values, so that each replay has the same ones. Default: none.
    /// </summary>
    public IReadOnlyList<AIContent> Attachments { get; init; } = [];

    /// <summary>Whether the model sees the session's earlier messages. Default: <see langword="true"/>.</summary>
    public bool WithHistory { get; init; } = true;
}
