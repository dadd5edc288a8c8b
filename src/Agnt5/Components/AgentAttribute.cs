namespace Agnt5;

/// <summary>
/// Marks a method as an agent: a durable conversation with a model that can call tools (protocol section 6, "Agents"). On a <c>static partial</c> method without a body the source generator
/// supplies the loop; a method with a body calls <see cref="AgentContext.RunAsync(string, AgentRunOptions?)"/>, the model, other agents and durable operations itself.
/// </summary>
/// <param name="name">The name on the wire. Default: the method's name in snake_case, without <c>Async</c>.</param>
public sealed class AgentAttribute(string? name = null) : ComponentAttribute(name)
{
    /// <summary>The default of <see cref="MaxIterations"/>: 10.</summary>
    public const int DefaultMaxIterations = 10;

    /// <summary>
    /// The model, as <c>provider/model</c> or a name alone, for example <c>anthropic/claude-sonnet-4-5</c>. It is the <c>IChatClient</c> that is registered under the provider's name as its key,
    /// else the one that is registered without a key. Emitted as <c>metadata.model</c> (protocol section 2).
    /// </summary>
    public string? Model { get; set; }

    /// <summary>What the model is told to be and to do, as its system message. At most one of <see cref="Instructions"/>, <see cref="InstructionsFile"/> and
    /// <see cref="InstructionsMethod"/> is set.</summary>
    public string? Instructions { get; set; }

    /// <summary>The instructions as an embedded resource of the project: the file's path in the project, for example <c>Prompts/support.md</c>.</summary>
    public string? InstructionsFile { get; set; }

    /// <summary>
    /// The instructions as a method of the same class, which returns <c>string</c>, <c>Task&lt;string&gt;</c> or <c>ValueTask&lt;string&gt;</c>. It runs once per turn, as a recorded step, and takes a
    /// <see cref="FunctionContext"/>, a token and services, each if it wants to.
    /// </summary>
    public string? InstructionsMethod { get; set; }

    /// <summary>
    /// What the model may call: tools, and agents, which are then asked like a tool. Methods of the same class by <c>nameof</c>, others by their names on the wire. An <c>AIFunction</c> that is
    /// registered under the agent's name as its key is offered as well.
    /// </summary>
    public string[] Tools { get; set; } = [];

    /// <summary>The agents that this one may hand the conversation over to, named as in <see cref="Tools"/>. The model does so by calling
    /// <c>transfer_to_{name}</c>; the other agent then gives the answer.</summary>
    public string[] Handoffs { get; set; } = [];

    /// <summary>
    /// How often the model may be called in one turn, from 1 to 1,000. A turn that needs more fails. The agents that it asks count for themselves, and all together may call models 1,000 times.
    /// Default: 10.
    /// </summary>
    public int MaxIterations { get; set; } = DefaultMaxIterations;

    /// <summary>How freely the model chooses, from 0 to 2. Default: what the model's provider has.</summary>
    public double Temperature { get; set; }

    /// <summary>How long one reply of the model may be, in tokens, at least 1. Default: what the model's provider has.</summary>
    public int MaxOutputTokens { get; set; }

    /// <summary>How many tokens one turn may use, input and output of all its model calls together, at least 1. A turn that has used as many calls the model no
    /// more and fails. Default: no limit.</summary>
    public long MaxTurnTokens { get; set; }

    /// <summary>How many tools one turn may call, at least 1. A turn that wants more fails. Default: no limit.</summary>
    public int MaxToolCalls { get; set; }

    /// <summary>What becomes of a tool's failure. Default: <see cref="ToolErrorHandling.TellModel"/>.</summary>
    public ToolErrorHandling ToolErrors { get; set; }

    /// <summary>
    /// How many messages of a session are kept, at least 2; the oldest go first, and what is kept begins with a message of the user's. Default: as many as fit into 1 MiB of text, which bounds the
    /// checkpoint. A registered <see cref="IHistoryPolicy"/> decides instead.
    /// </summary>
    public int MaxHistoryMessages { get; set; }
}
