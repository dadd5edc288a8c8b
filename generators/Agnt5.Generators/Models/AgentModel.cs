using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>The values of an agent's attribute.</summary>
internal sealed record AgentModel
{
    /// <summary>The model, when one is named.</summary>
    public required string? Model { get; init; }

    /// <summary>The written values, which the definition repeats.</summary>
    public required EquatableArray<AgentSetting> Settings { get; init; }

    /// <summary>The method that gives the instructions, or <see langword="null"/>.</summary>
    public required MethodModel? InstructionsMethod { get; init; }

    /// <summary>The wire names of the tools and agents that the model may call.</summary>
    public required EquatableArray<string> Tools { get; init; }

    /// <summary>The wire names of the agents for handoffs.</summary>
    public required EquatableArray<string> Handoffs { get; init; }

    /// <summary>Whether the result is a value with a schema, and not text.</summary>
    public required bool IsStructured { get; init; }

    /// <summary>Whether the model's answer is read as the result: the generator supplies the body, and the result is no text.</summary>
    public required bool ReadsResult { get; init; }
}

/// <summary>One value of an agent's attribute.</summary>
/// <param name="Name">The property, of the attribute and of the definition.</param>
/// <param name="Expression">The value in C#.</param>
internal readonly record struct AgentSetting(string Name, string Expression);
