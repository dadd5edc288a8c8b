using System.Runtime.CompilerServices;
using System.Text.Json;
using Agnt5.Generated;
using Agnt5.Tools;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>A tool, function or agent that an agent's model may call.</summary>
/// <param name="name">Its own name: that of records, events and approvals.</param>
/// <param name="description">The description that the model chooses by.</param>
/// <param name="schema">The schema of its arguments.</param>
internal abstract class AgentTool(string name, string? description, ArgumentSchema schema)
{
    public string Name => name;

    /// <summary>The name that the model uses.</summary>
    public string OfferedName { get; } = Agents.OfferedName.Of(name);

    /// <summary>The declaration for the model's client.</summary>
    public AIFunctionDeclaration Declaration { get; } = AIFunctionFactory.CreateDeclaration(Agents.OfferedName.Of(name), description, schema.Json);

    /// <summary>Whether a person has to approve each call.</summary>
    public virtual bool RequiresConfirmation => false;

    /// <summary>The tool's input, from the arguments of a model's call.</summary>
    public byte[] InputOf(byte[] arguments) => schema.Unwrap(arguments);
}

/// <summary>A tool of the project. The model gets the same description as AGNT5 gets in the manifest.</summary>
internal sealed class ComponentTool(ComponentDescriptor component, ComponentDirectory directory)
    : AgentTool(component.Name, directory.DescriptionOf(component), ArgumentSchema.Of(directory.InputSchemaOf(component)))
{
    public ComponentDescriptor Component => component;

    public override bool RequiresConfirmation => directory.RequiresConfirmation(component);
}

/// <summary>A function of the app.</summary>
internal sealed class FunctionTool : AgentTool
{
    // A function that is registered once is declared once, so that clients find the schema that they have adapted already.
    private static readonly ConditionalWeakTable<AIFunction, FunctionTool> Known = [];

    private FunctionTool(AIFunction function)
        : base(function.Name, function.Description, ArgumentSchema.Of(function.JsonSchema)) => Function = function;

    public AIFunction Function { get; }

    public override bool RequiresConfirmation => Function.GetService<ApprovalRequiredAIFunction>() is not null;

    public static FunctionTool Of(AIFunction function) => Known.GetValue(function, static function => new FunctionTool(function));

    /// <summary>
    /// The required arguments that a call leaves out, in words for the model, or <see langword="null"/>. It is asked only when the function has refused the call: strict schemas call arguments with
    /// defaults required, and a function may fill in arguments itself.
    /// </summary>
    public string? FindMissing(FunctionCallContent call)
    {
        if (Function.JsonSchema.ValueKind != JsonValueKind.Object || !Function.JsonSchema.TryGetProperty("required"u8, out var required) || required.ValueKind != JsonValueKind.Array)
            return null;

        var missing = required.EnumerateArray().Where(static name => name.ValueKind == JsonValueKind.String).Select(static name => name.GetString()!)
            .Where(name => call.Arguments?.ContainsKey(name) != true).Select(static name => $"$.{name}: is required");
        return string.Join("; ", missing) is { Length: > 0 } problems ? problems : null;
    }
}

/// <summary>Another agent that is asked and answers.</summary>
internal sealed class AskedAgent(RunningAgent agent) : AgentTool(agent.Name, agent.Description, agent.InputSchema is { } schema ? ArgumentSchema.Of(schema) : Message)
{
    private static readonly ArgumentSchema Message = ArgumentSchema.Of(
        """{"type":"object","properties":{"message":{"type":"string","description":"What to ask the agent, with all that it has to know."}},"required":["message"]}"""u8);

    public RunningAgent Agent => agent;

    /// <summary>Whether the agent takes a message instead of an input with a schema.</summary>
    public bool TakesMessage { get; } = agent.InputSchema is null;
}

/// <summary>Another agent that takes over the conversation.</summary>
internal sealed class HandoffTool(RunningAgent agent)
    : AgentTool(NameOf(agent.Name), $"Hands the conversation over to '{agent.Name}', who then answers. {agent.Description}".TrimEnd(), ArgumentSchema.Nothing)
{
    public RunningAgent Agent => agent;

    /// <summary>The name of the tool that hands over to an agent.</summary>
    public static string NameOf(string agent) => Agents.OfferedName.OfHandoff(agent);
}
