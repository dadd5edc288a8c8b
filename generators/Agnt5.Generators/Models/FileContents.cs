using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>What one file of the project adds to the generated code.</summary>
/// <param name="Components">The methods with a component attribute.</param>
/// <param name="AgentBodies">The bodies of those that are agents and have none.</param>
/// <param name="Calls">The steps, signals, agents' answers and events.</param>
internal sealed record FileContents(EquatableArray<ParsedComponent> Components, EquatableArray<AgentBodyModel> AgentBodies, EquatableArray<DurableCallModel> Calls)
{
    public static readonly FileContents Empty = new(default, default, default);

    public bool IsEmpty => Components.Count + AgentBodies.Count + Calls.Count == 0;
}
