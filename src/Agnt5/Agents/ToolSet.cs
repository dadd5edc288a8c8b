using Agnt5.Execution;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents;

/// <summary>The tools that an agent's model may call, by the names that the model uses.</summary>
internal sealed class ToolSet
{
    private readonly OrderedDictionary<string, AgentTool> _tools;
    private IList<AITool>? _declarations;

    private ToolSet(OrderedDictionary<string, AgentTool> tools) => _tools = tools;

    /// <summary>The names that the model uses.</summary>
    public IReadOnlyList<string> Names => [.. _tools.Keys];

    /// <summary>The declarations that a client sends to the model, or <see langword="null"/> when there are no tools. A client cannot invoke a declaration,
    /// so every call is made here and recorded. They stay the same objects, because clients adapt the schema of a new one each time.</summary>
    public IList<AITool>? Declarations => _tools.Count == 0 ? null : _declarations ??= [.. _tools.Values.Select(static tool => tool.Declaration)];

    /// <summary>The tools and handoffs that an agent's attribute names.</summary>
    /// <exception cref="NonRetryableException">A name stands for nothing, or for two tools.</exception>
    public static ToolSet Declared(RunningAgent agent)
    {
        var tools = new ToolSet(new(StringComparer.Ordinal));
        foreach (var name in agent.Definition.Tools)
            tools.Add(agent, Find(agent, name));
        foreach (var name in agent.Definition.Handoffs)
            tools.Add(agent, new HandoffTool(agent.Directory.Find(name)));
        return tools;
    }

    /// <param name="agent">The agent.</param>
    /// <param name="functions">Functions of this run only.</param>
    /// <param name="services">The services, where functions may be registered under the agent's name.</param>
    /// <exception cref="NonRetryableException">A name stands for nothing, or for two tools.</exception>
    public static ToolSet Of(RunningAgent agent, IReadOnlyList<AIFunction> functions, IServiceProvider services)
    {
        AIFunction[] added = [.. services is IKeyedServiceProvider ? services.GetKeyedServices<AIFunction>(agent.Name) : [], .. functions];
        if (added.Length == 0)
            return agent.Tools;

        var tools = new ToolSet(new(agent.Tools._tools, StringComparer.Ordinal));
        foreach (var function in added)
            tools.Add(agent, FunctionTool.Of(function));
        return tools;
    }

    /// <summary>Whether a name in an agent's list of tools stands for anything.</summary>
    public static bool Has(RunningAgent agent, string name) =>
        agent.Directory.Components.Find(ComponentType.Tool, name) is not null || agent.Directory.Components.Find(ComponentType.Agent, name) is not null || PersonTool.Find(name) is not null;

    /// <summary>Finds the tool that a model means. A model may also use the tool's own name, which it reads in instructions.</summary>
    public AgentTool? Find(string name) => _tools.GetValueOrDefault(name) ?? _tools.Values.FirstOrDefault(tool => tool.Name == name);

    /// <summary>Takes a model's call for what it is to the rest of the turn: the call of a tool by its own name, with the tool's input.</summary>
    /// <param name="call">The call.</param>
    /// <param name="prefix">The prefix of the key of its record.</param>
    public RunningCall Take(FunctionCallContent call, string prefix)
    {
        var tool = Find(call.Name);
        var arguments = ToolArguments.ToJson(call);
        var input = tool is null ? arguments : tool.InputOf(arguments);
        var own = tool is null || (tool.Name == call.Name && ReferenceEquals(input, arguments)) ? call : Rename(call, tool.Name, input);
        return new RunningCall(own, input, tool, $"{prefix}{DurableKey.Escape(own.Name)}");
    }

    private static FunctionCallContent Rename(FunctionCallContent call, string name, byte[] input) => new(call.CallId, name, ToolArguments.FromJson(input) ?? call.Arguments)
    {
        Exception = call.Exception,
        InformationalOnly = call.InformationalOnly,
        AdditionalProperties = call.AdditionalProperties,
    };

    /// <exception cref="NonRetryableException">There is no such tool or agent.</exception>
    private static AgentTool Find(RunningAgent agent, string name)
    {
        if (agent.Directory.Components.Find(ComponentType.Tool, name) is { } tool)
            return new ComponentTool(tool, agent.Directory.Components);
        if (agent.Directory.Components.Find(ComponentType.Agent, name) is { } other)
            return new AskedAgent(agent.Directory.Of(other));
        if (PersonTool.Find(name) is { } person)
            return person;
        throw new NonRetryableException($"Agent '{agent.Name}' lists the tool '{name}', but this endpoint has no tool or agent of that name (AGT1012).");
    }

    private void Add(RunningAgent agent, AgentTool tool)
    {
        if (!_tools.TryAdd(tool.OfferedName, tool))
            throw new NonRetryableException(ToolNames.Collision(agent.Name, _tools[tool.OfferedName].Name, tool.Name));
    }
}
