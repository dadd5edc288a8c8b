using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents;

/// <summary>The tools that an agent's model may call, by name.</summary>
internal sealed class ToolSet
{
    private readonly OrderedDictionary<string, AgentTool> _tools = new(StringComparer.Ordinal);

    private ToolSet()
    {
    }

    public IReadOnlyList<string> Names => [.. _tools.Keys];

    /// <summary>The declarations that a client sends to the model, or <see langword="null"/> when there are no tools. A client cannot invoke a declaration,
    /// so every call is made here and recorded.</summary>
    public IList<AITool>? Declarations => _tools.Count == 0 ? null : [.. _tools.Values.Select(static tool => tool.Declaration)];

    /// <param name="agent">The agent.</param>
    /// <param name="functions">Functions of this run only.</param>
    /// <param name="services">The services, where functions may be registered under the agent's name.</param>
    /// <exception cref="NonRetryableException">A name stands for nothing, or for two tools.</exception>
    public static ToolSet Of(RunningAgent agent, IReadOnlyList<AIFunction> functions, IServiceProvider services)
    {
        var tools = new ToolSet();
        foreach (var name in agent.Definition.Tools)
            tools.Add(agent, Find(agent, name));
        foreach (var name in agent.Definition.Handoffs)
            tools.Add(agent, new HandoffTool(RunningAgent.Find(name, agent.Directory)));
        foreach (var function in services is IKeyedServiceProvider ? services.GetKeyedServices<AIFunction>(agent.Name).Concat(functions) : functions)
            tools.Add(agent, new FunctionTool(function));
        return tools;
    }

    /// <summary>Whether a name in an agent's list of tools stands for anything.</summary>
    public static bool Has(RunningAgent agent, string name) =>
        agent.Directory.Find(ComponentType.Tool, name) is not null || agent.Directory.Find(ComponentType.Agent, name) is not null || PersonTool.Find(name) is not null;

    public AgentTool? Find(string name) => _tools.GetValueOrDefault(name);

    /// <exception cref="NonRetryableException">There is no such tool or agent.</exception>
    private static AgentTool Find(RunningAgent agent, string name)
    {
        if (agent.Directory.Find(ComponentType.Tool, name) is { } tool)
            return new ComponentTool(tool, agent.Directory);
        if (agent.Directory.Find(ComponentType.Agent, name) is { } other)
            return new AskedAgent(RunningAgent.Of(other, agent.Directory));
        if (PersonTool.Find(name) is { } person)
            return person;
        throw new NonRetryableException($"Agent '{agent.Name}' lists the tool '{name}', but this endpoint has no tool or agent of that name (AGT1012).");
    }

    private void Add(RunningAgent agent, AgentTool tool)
    {
        if (!_tools.TryAdd(tool.Name, tool))
            throw new NonRetryableException($"Agent '{agent.Name}' has two tools named '{tool.Name}': rename one of them.");
    }
}
