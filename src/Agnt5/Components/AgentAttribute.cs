namespace Agnt5;

/// <summary>
/// Marks a method as an agent: a durable conversation with a model that can call tools (protocol section 6, "Agents"). On a <c>static partial</c> method without a body the source generator
/// supplies the loop. A method with a body calls <see cref="AgentContext.RunAsync(string, AgentRunOptions?)"/>, the model, other agents and durable operations itself.
/// </summary>
/// <param name="name">The name on the wire. Default: the method's name in snake_case, without <c>Async</c>.</param>
public sealed class AgentAttribute(string? name = null) : ComponentAttribute(name)
{
    /// <summary>The default of <see cref="MaxIterations"/>: 10.</summary>
    public const int DefaultMaxIterations = 10;

    /// <summary>
    /// The model, as <c>provider/model</c> or a name alone, for example <c>anthropic/claude-sonnet-4-5</c>. The turn calls the <c>IChatClient</c> that is registered with the provider's name as its
    /// key, else the one that is registered without a key. Emitted as <c>metadata.model</c> (protocol section 2).
    /// </summary>
    public string? Model { get; set; }

    /// <summary>The model's system message: its role and its task. Set at most one of <see cref="Instructions"/>, <see cref="InstructionsFile"/> and
    /// <see cref="InstructionsMethod"/>.</summary>
    public string? Instructions { get; set; }

    /// <summary>The file that holds the instructions: an embedded resource, by its path in the project, for example <c>Prompts/support.md</c>.</summary>
    public string? InstructionsFile { get; set; }

    /// <summary>
    /// The method of the same class that makes the instructions. It returns <c>string</c>, <c>Task&lt;string&gt;</c> or <c>ValueTask&lt;string&gt;</c>, and runs once per turn, as a recorded step. Its
    /// parameters may be a <see cref="FunctionContext"/>, a token and services, each optional.
    /// </summary>
    public string? InstructionsMethod { get; set; }

    /// <summary>
    /// The tools that the model may call, and the agents that it may ask like a tool. Name methods of the same class by <c>nameof</c>, others by their names on the wire. The model is also offered
    /// each <c>AIFunction</c> that is registered with the agent's name as its key.
    /// </summary>
    public string[] Tools { get; set; } = [];

    /// <summary>The agents that this agent may hand the conversation over to, named as in <see cref="Tools"/>. The model hands over by calling
    /// <c>transfer_to_{name}</c>. The other agent then gives the answer.</summary>
    public string[] Handoffs { get; set; } = [];

    /// <summary>
    /// How often one turn may call the model, from 1 to 1,000. A turn that needs more calls fails. Each agent that the turn asks has its own count. All of them together may call models 1,000
    /// times. Default: 10.
    /// </summary>
    public int MaxIterations { get; set; } = DefaultMaxIterations;

    /// <summary>The model's temperature: how freely it chooses, from 0 to 2. Default: the provider's default.</summary>
    public double Temperature { get; set; }

    /// <summary>How long one reply of the model may be, in tokens, at least 1. Default: the provider's default.</summary>
    public int MaxOutputTokens { get; set; }

    /// <summary>How many tokens one turn may use, at least 1: input and output of all its model calls together. A turn that has used that many fails
    /// instead of calling the model again. Default: no limit.</summary>
    public long MaxTurnTokens { get; set; }

    /// <summary>How many tool calls one turn may make, at least 1. A turn that needs more fails. Default: no limit.</summary>
    public int MaxToolCalls { get; set; }

    /// <summary>What happens when a tool fails. Default: <see cref="ToolErrorHandling.TellModel"/>.</summary>
    public ToolErrorHandling ToolErrors { get; set; }

    /// <summary>
    /// How many messages of a session are kept, at least 2. The oldest messages are dropped first, and the kept ones begin with a message of the user. Default: as many as fit into 1 MiB of text,
    /// which bounds the checkpoint. A registered <see cref="IHistoryPolicy"/> replaces this limit.
    /// </summary>
    public int MaxHistoryMessages { get; set; }
}
