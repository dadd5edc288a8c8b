using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>One component: its entry in the manifest, the call of its method, and the types that cross the wire with it.</summary>
internal sealed record ComponentModel
{
    public required ComponentKind Kind { get; init; }

    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The method as part of the names that are generated for it. No other component of the assembly has the same.</summary>
    public required string Identifier { get; init; }

    /// <summary>The documentation id of the method.</summary>
    public required string Declaration { get; init; }

    public required Documentation Documentation { get; init; }

    /// <summary>The static priority, when declared.</summary>
    public required int? Priority { get; init; }

    /// <summary>The limit of concurrent invocations, when declared.</summary>
    public required int? MaxConcurrency { get; init; }

    /// <summary>Whether a tool's calls must be approved.</summary>
    public required bool RequiresConfirmation { get; init; }

    /// <summary>The values of an agent's attribute, or <see langword="null"/> when the component is not an agent.</summary>
    public required AgentModel? Agent { get; init; }

    /// <summary>The schedule that starts a workflow, when declared.</summary>
    public required string? Cron { get; init; }

    /// <summary>The events that start a workflow.</summary>
    public required EquatableArray<TriggerModel> Triggers { get; init; }

    /// <summary>The flow-control policies, in the order of the manifest.</summary>
    public required EquatableArray<PolicyModel> FlowControl { get; init; }

    public required MethodModel Method { get; init; }

    /// <summary>The input, or <see langword="null"/> when the component takes none.</summary>
    public required InputModel? Input { get; init; }

    /// <summary>The output, or <see langword="null"/> when the component has none.</summary>
    public required TypeUse? Output { get; init; }

    /// <summary>The type of a stream's items, if the component returns one; <see cref="Output"/> is then the list of all items.</summary>
    public required TypeUse? StreamedItem { get; init; }

    /// <summary>The types that input and output reach.</summary>
    public required EquatableArray<TypeModel> Types { get; init; }
}
