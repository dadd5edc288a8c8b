using System.Reflection;

namespace Agnt5.Generated;

/// <summary>The declarations of an <see cref="AgentAttribute"/>, with names resolved.</summary>
public sealed class AgentDefinition
{
    /// <summary>See <see cref="AgentAttribute.Model"/>. Only an agent with a body may do without a model.</summary>
    public string? Model { get; init; }

    /// <summary>See <see cref="AgentAttribute.Instructions"/>.</summary>
    public string? Instructions { get; init; }

    /// <summary>See <see cref="AgentAttribute.InstructionsFile"/>.</summary>
    public string? InstructionsFile { get; init; }

    /// <summary>Calls the method that <see cref="AgentAttribute.InstructionsMethod"/> names.</summary>
    public Func<ComponentCall, ValueTask<string>>? InstructionsMethod { get; init; }

    /// <summary>The assembly that declares the agent and holds <see cref="InstructionsFile"/>.</summary>
    public required Assembly Assembly { get; init; }

    /// <summary>The names on the wire of the tools and agents that the model may call.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>The names on the wire of the agents that this agent may hand over to.</summary>
    public IReadOnlyList<string> Handoffs { get; init; } = [];

    /// <summary>See <see cref="AgentAttribute.MaxIterations"/>.</summary>
    public int MaxIterations { get; init; } = AgentAttribute.DefaultMaxIterations;

    /// <summary>See <see cref="AgentAttribute.Temperature"/>.</summary>
    public double? Temperature { get; init; }

    /// <summary>See <see cref="AgentAttribute.MaxOutputTokens"/>.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>See <see cref="AgentAttribute.MaxTurnTokens"/>.</summary>
    public long? MaxTurnTokens { get; init; }

    /// <summary>See <see cref="AgentAttribute.MaxToolCalls"/>.</summary>
    public int? MaxToolCalls { get; init; }

    /// <summary>See <see cref="AgentAttribute.ToolErrors"/>.</summary>
    public ToolErrorHandling ToolErrors { get; init; }

    /// <summary>See <see cref="AgentAttribute.MaxHistoryMessages"/>.</summary>
    public int? MaxHistoryMessages { get; init; }
}
