using System.Collections.Concurrent;
using Agnt5.Generated;
using Agnt5.Primitives;
using Agnt5.Tools;

namespace Agnt5.Agents;

/// <summary>The agents of an endpoint, each made once: with its tools, their schemas and its forms of answers.</summary>
/// <param name="components">The components of the endpoint.</param>
internal sealed class AgentDirectory(ComponentDirectory components)
{
    private readonly ConcurrentDictionary<string, RunningAgent> _agents = new(StringComparer.Ordinal);

    public ComponentDirectory Components => components;

    public RunningAgent Of(ComponentDescriptor component) => _agents.TryGetValue(component.Name, out var agent)
        ? agent
        : _agents.GetOrAdd(component.Name, new RunningAgent(component, component.Agent!, this));

    /// <exception cref="NonRetryableException">There is no such agent.</exception>
    public RunningAgent Find(string name) => components.Find(ComponentType.Agent, name) is { } component
        ? Of(component)
        : throw new NonRetryableException($"There is no agent '{CallerText.Shorten(name)}' in this endpoint. Its agents are: {Names()}.");

    private string Names() =>
        string.Join(", ", components.Components.Where(static component => component.Type == ComponentType.Agent).Select(static component => component.Name)) is { Length: > 0 } names ? names : "none";
}
