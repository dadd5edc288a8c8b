using System.Diagnostics.CodeAnalysis;

namespace Agnt5.Agents;

/// <summary>Whether a program has what runs agents.</summary>
internal static class AgentSupport
{
    private const string Switch = "Agnt5.Agents.IsSupported";

    /// <summary>On, unless a publish found no agent in the manifest: then trimming leaves out all that runs agents. Agnt5.JavaScript's wasm.targets sets it.</summary>
    [FeatureSwitchDefinition(Switch)]
    public static bool IsOn => !AppContext.TryGetSwitch(Switch, out var isOn) || isOn;
}
