using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>What an agent's attribute declares.</summary>
internal sealed record AgentModel
{
    /// <summary>The model, when one is named.</summary>
    public required string? Model { get; init; }

    /// <summary>The values that were written, which the definition repeats.</summary>
    public required EquatableArray<AgentSetting> Settings { get; init; }

    /// <summary>The method that gives the instructions, or <see langword="null"/>.</summary>
    public required MethodModel? InstructionsMethod { get; init; }

    /// <summary>The names on the wire of what the model may call.</summary>
    public required EquatableArray<string> Tools { get; init; }

    /// <summary>The names on the wire of the agents that may be handed over to.</summary>
    public required EquatableArray<string> Handoffs { get; init; }

    /// <summary>Whether the result is a value that has a schema, and not text.</summary>
    public required bool IsStructured { get; init; }
}

/// <summary>One value of an agent's attribute.</summary>
/// <param name="Name">The property, of the attribute and of the definition.</param>
/// <param name="Expression">The value in C#.</param>
internal readonly record struct AgentSetting(string Name, string Expression);
