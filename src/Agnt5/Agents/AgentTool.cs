using System.Text.Json;
using Agnt5.Generated;
using Agnt5.Tools;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>A tool, function or agent that an agent's model may call.</summary>
/// <param name="name">The name that the model uses.</param>
/// <param name="description">The description that the model chooses by.</param>
/// <param name="schema">The schema of its arguments.</param>
internal abstract class AgentTool(string name, string? description, JsonElement schema)
{
    private static readonly JsonElement NoArguments = Parse("""{"type":"object","properties":{}}"""u8);

    public string Name => name;

    /// <summary>The declaration for the model's client.</summary>
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

/// <summary>A tool of the project. The model gets the same description as AGNT5 gets in the manifest.</summary>
internal sealed class ComponentTool(ComponentDescriptor component, ComponentDirectory directory)
    : AgentTool(component.Name, directory.DescriptionOf(component), OrNoArguments(directory.InputSchemaOf(component)))
{
    public ComponentDescriptor Component => component;

    public override bool RequiresConfirmation => directory.RequiresConfirmation(component);
}

/// <summary>A function of the app.</summary>
internal sealed class FunctionTool(AIFunction function) : AgentTool(function.Name, function.Description, function.JsonSchema)
{
    public AIFunction Function => function;

    public override bool RequiresConfirmation => function.GetService<ApprovalRequiredAIFunction>() is not null;

    /// <summary>
    /// The required arguments that a call leaves out, in words for the model, or <see langword="null"/>. It is asked only when the function has refused the call: strict schemas call arguments with
    /// defaults required, and a function may fill in arguments itself.
    /// </summary>
    public string? FindMissing(FunctionCallContent call)
    {
        if (function.JsonSchema.ValueKind != JsonValueKind.Object || !function.JsonSchema.TryGetProperty("required"u8, out var required) || required.ValueKind != JsonValueKind.Array)
            return null;

        var missing = required.EnumerateArray().Where(static name => name.ValueKind == JsonValueKind.String).Select(static name => name.GetString()!)
            .Where(name => call.Arguments?.ContainsKey(name) != true).Select(static name => $"$.{name}: is required");
        return string.Join("; ", missing) is { Length: > 0 } problems ? problems : null;
    }
}

/// <summary>Another agent that is asked and answers.</summary>
internal sealed class AskedAgent(RunningAgent agent) : AgentTool(agent.Name, agent.Directory.DescriptionOf(agent.Component), OrMessage(agent.Directory.InputSchemaOf(agent.Component)))
{
    private static readonly JsonElement Message = Parse("""{"type":"object","properties":{"message":{"type":"string","description":"What to ask the agent, with all that it has to know."}},"required":["message"]}"""u8);

    public RunningAgent Agent => agent;

    /// <summary>Whether the agent takes a message instead of an input with a schema.</summary>
    public bool TakesMessage { get; } = agent.Directory.InputSchemaOf(agent.Component) is null;

    private static JsonElement OrMessage(JsonElement? schema) => schema ?? Message;
}

/// <summary>Another agent that takes over the conversation.</summary>
internal sealed class HandoffTool(RunningAgent agent)
    : AgentTool(NameOf(agent.Name), $"Hands the conversation over to '{agent.Name}', who then answers. {agent.Directory.DescriptionOf(agent.Component)}".TrimEnd(), OrNoArguments(schema: null))
{
    public RunningAgent Agent => agent;

    /// <summary>The name of the tool that hands over to an agent.</summary>
    public static string NameOf(string agent) => $"transfer_to_{agent}";
}
