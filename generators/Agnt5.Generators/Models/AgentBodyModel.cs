using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>The part of a partial method that holds the body of an agent.</summary>
internal sealed record AgentBodyModel
{
    /// <summary>The <see cref="ComponentModel.Identifier"/> of the agent.</summary>
    public required string Identifier { get; init; }

    /// <summary>The namespace around it, or empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The types around it as partial declarations, the outermost first.</summary>
    public required EquatableArray<string> Types { get; init; }

    /// <summary>The method's head.</summary>
    public required string Head { get; init; }

    /// <summary>The statement that is the body.</summary>
    public required string Statement { get; init; }
}
