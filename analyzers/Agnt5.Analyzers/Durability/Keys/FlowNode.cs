using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>A piece of a unit's code, as far as the order of its durable calls depends on it.</summary>
internal sealed class FlowNode(FlowKind kind)
{
    public FlowKind Kind => kind;

    public List<FlowNode> Parts { get; } = [];

    /// <summary>Whether one of the arms runs in any case.</summary>
    public bool IsExhaustive { get; init; }

    /// <summary>Whether code in it leaves it by a return, a throw or a jump.</summary>
    public bool IsLeft { get; set; }

    /// <summary>The labels by which code in it jumps to its end or to its next round.</summary>
    public (ILabelSymbol? End, ILabelSymbol? Next) Labels { get; init; }

    /// <summary>The durable call, or the call of a helper.</summary>
    public NotedCall? Call { get; init; }
}

internal enum FlowKind
{
    /// <summary>The body, or code that runs or not.</summary>
    Arm,

    /// <summary>Runs when code has failed.</summary>
    Catch,

    /// <summary>Runs one of its arms, or none.</summary>
    Choice,

    /// <summary>Runs its arms any number of times.</summary>
    Loop,

    /// <summary>Runs its arm, and a catch when that fails.</summary>
    Guarded,

    Use,
    Call,

    /// <summary>Leaves the unit.</summary>
    Return,

    /// <summary>Throws, or jumps to another place.</summary>
    Jump,

    /// <summary>Waits for tasks and goes on even if they failed.</summary>
    Race,
}
