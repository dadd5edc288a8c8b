using System.Text.Json;
using Agnt5.Generated;
using Agnt5.Primitives;
using Agnt5.Tools;

namespace Agnt5.Agents;

/// <summary>An agent for its loop: the declarations of its attribute, and the components that it may call.</summary>
internal sealed class RunningAgent(ComponentDescriptor component, AgentDefinition definition, ComponentDirectory directory)
{
    public ComponentDescriptor Component => component;

    public AgentDefinition Definition => definition;

    public ComponentDirectory Directory => directory;

    public string Name => component.Name;

    /// <summary>The schema of its result from the manifest, or <see langword="null"/> when the result is a text or nothing.</summary>
    public JsonElement? OutputSchema => directory.OutputSchemaOf(component);

    public static RunningAgent Of(ComponentDescriptor component, ComponentDirectory directory) => new(component, component.Agent!, directory);

    /// <exception cref="NonRetryableException">There is no such agent.</exception>
    public static RunningAgent Find(string name, ComponentDirectory directory) => directory.Find(ComponentType.Agent, name) is { } component
        ? Of(component, directory)
        : throw new NonRetryableException($"There is no agent '{CallerText.Shorten(name)}' in this endpoint. Its agents are: {Names(directory)}.");

    private static string Names(ComponentDirectory directory) =>
        string.Join(", ", directory.Components.Where(static component => component.Type == ComponentType.Agent).Select(static component => component.Name)) is { Length: > 0 } names ? names : "none";
}
