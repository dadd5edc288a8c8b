using System.Text.Json;
using Agnt5.Generated;
using Agnt5.Tools;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Something that an agent's model may call.</summary>
/// <param name="name">What the model calls it.</param>
/// <param name="description">What the model chooses it by.</param>
/// <param name="schema">The schema of its arguments.</param>
internal abstract class AgentTool(string name, string? description, JsonElement schema)
{
    private static readonly JsonElement NoArguments = Parse("""{"type":"object","properties":{}}"""u8);

    public string Name => name;

    /// <summary>What the model's client is given.</summary>
    public AIFunctionDeclaration Declaration { get; } = AIFunctionFactory.CreateDeclaration(name, description, schema);

    /// <summary>Whether a person has to approve each call.</summary>
    public virtual bool RequiresConfirmation => false;

    protected static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        return document.RootElement.Clone();
    }

    protected static JsonElement OrNoArguments(JsonElement? schema) => schema ?? NoArguments;
}

/// <summary>A tool of the project: described to the model as the manifest describes it to AGNT5.</summary>
internal sealed class ComponentTool(ComponentDescriptor component, ComponentDirectory directory)
    : AgentTool(component.Name, directory.DescriptionOf(component), OrNoArguments(directory.InputSchemaOf(component)))
{
    public ComponentDescriptor Component => component;

    public override bool RequiresConfirmation => directory.RequiresConfirmation(component);
}

/// <summary>A function of the app's own.</summary>
internal sealed class FunctionTool(AIFunction function) : AgentTool(function.Name, function.Description, function.JsonSchema)
{
    public AIFunction Function => function;

    public override bool RequiresConfirmation => function.GetService<ApprovalRequiredAIFunction>() is not null;
}

/// <summary>Another agent, which is asked and answers.</summary>
internal sealed class AskedAgent(RunningAgent agent) : AgentTool(agent.Name, agent.Directory.DescriptionOf(agent.Component), OrMessage(agent.Directory.InputSchemaOf(agent.Component)))
{
    private static readonly JsonElement Message = Parse("""{"type":"object","properties":{"message":{"type":"string","description":"What to ask the agent, with all that it has to know."}},"required":["message"]}"""u8);

    public RunningAgent Agent => agent;

    /// <summary>Whether it takes a text and no input of its own.</summary>
    public bool TakesMessage { get; } = agent.Directory.InputSchemaOf(agent.Component) is null;

    private static JsonElement OrMessage(JsonElement? schema) => schema ?? Message;
}

/// <summary>Another agent, which takes the conversation over.</summary>
internal sealed class HandoffTool(RunningAgent agent)
    : AgentTool(NameOf(agent.Name), $"Hands the conversation over to '{agent.Name}', who then answers. {agent.Directory.DescriptionOf(agent.Component)}".TrimEnd(), OrNoArguments(schema: null))
{
    public RunningAgent Agent => agent;

    /// <summary>What the model calls to hand over to an agent.</summary>
    public static string NameOf(string agent) => $"transfer_to_{agent}";
}
