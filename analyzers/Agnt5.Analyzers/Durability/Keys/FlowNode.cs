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

    /// <summary>Whether the node says nothing: an arm without calls and exits.</summary>
    public bool IsEmpty => !IsLeft && Parts.TrueForAll(static part => part.Kind is FlowKind.Arm or FlowKind.Catch && part.IsEmpty);

    /// <summary>The durable call, if its key is known.</summary>
    public KeyUse? Use { get; set; }

    /// <summary>The call of a helper.</summary>
    public HelperCall? Call { get; set; }
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

/// <summary>The call of a helper that may make durable calls.</summary>
/// <param name="Target">The helper.</param>
/// <param name="Arguments">The arguments by the parameters' ordinals, as far as they are known.</param>
/// <param name="Places">Where each argument stands.</param>
/// <param name="Location">Where the call stands.</param>
/// <param name="IsAwaited">Whether the code around it goes on only when the call has succeeded.</param>
internal sealed record HelperCall(IMethodSymbol Target, IReadOnlyList<KeyText?> Arguments, IReadOnlyList<Location?> Places, Location Location, bool IsAwaited);
