using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Agents;
using Agnt5.Execution;
using Agnt5.Execution.Telemetry;
using Agnt5.Generated;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Tools;
using Microsoft.Extensions.AI;

namespace Agnt5;

/// <summary>
/// The context of an agent: a workflow's, and beside that the conversation. Whatever the model, tools and people answered is recorded, so a turn that runs again from the top pays for nothing
/// twice (protocol section 6, "Agents").
/// </summary>
public sealed class AgentContext : WorkflowContext
{
    private static readonly JsonTypeInfo<string> TextInfo = (JsonTypeInfo<string>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(string));

    private readonly WorkflowSlice _slice;
    private readonly RunAgents _agents;
    private AgentCalls? _calls;
    private ModelCaller? _models;
    private AgentTelemetry? _telemetry;
    private int _runs;
    private int _modelCalls;

    internal AgentContext(Invocation invocation, WorkflowSlice slice, RunAgents agents, AgentTurn turn)
        : base(invocation, slice, agents, turn.Agent.Component, turn.Scope)
    {
        Invocation = invocation;
        _slice = slice;
        _agents = agents;
        Turn = turn;
    }

    /// <summary>The session that the turn belongs to (protocol section 6). An agent that was asked without one has an id of its own for each call of each run, the same on every replay.</summary>
    public string SessionId => Turn.SessionId;

    /// <summary>What the user says.</summary>
    public string Message => Turn.Message;

    /// <summary>The session's messages before this turn, the oldest first.</summary>
    public IReadOnlyList<SessionMessage> History => Turn.History;

    /// <summary>The tokens that the turn has used so far, those of the agents that it called included. A replay counts the same again, so each call is in it once.</summary>
    public UsageDetails Usage => new()
    {
        InputTokenCount = Turn.Usage.InputTokenCount,
        OutputTokenCount = Turn.Usage.OutputTokenCount,
        TotalTokenCount = Turn.Usage.TotalTokenCount,
    };

    internal Invocation Invocation { get; }

    internal AgentTurn Turn { get; }

    internal ModelCaller Models => _models ??= new ModelCaller(this);

    internal AgentTelemetry Telemetry => _telemetry ??= new AgentTelemetry(this);

    internal TimeProvider Time => Invocation.Time;

    internal bool IsStreaming => Invocation.Identity.IsStreaming;

    /// <summary>
    /// Runs the agent's loop: calls its model, and the tools that the model asks for, until there is an answer. Every reply and every tool's result is recorded.
    /// </summary>
    /// <param name="message">What the user says.</param>
    /// <param name="options">What this run does otherwise than the agent's attribute says.</param>
    /// <returns>The model's answer.</returns>
    /// <exception cref="NonRetryableException">
    /// A limit of the agent's attribute was reached, the model refused to answer, or the call did not come from the agent's own code.
    /// </exception>
    /// <exception cref="StepFailedException">The model, or a tool whose failure ends the turn, failed.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<string> RunAsync(string message, AgentRunOptions? options = null) => RunLoopAsync(message, options, TextAnswer.Instance);

    /// <summary>As <see cref="RunAsync(string, AgentRunOptions?)"/>, with an answer of a type: the model is given its schema, and an answer that does not bind to it goes back to the model.</summary>
    /// <typeparam name="T">The answer's type. It crosses the wire, so the generator must know it.</typeparam>
    /// <inheritdoc cref="RunAsync(string, AgentRunOptions?)"/>
    public Task<T> RunAsync<T>(string message, AgentRunOptions? options = null)
    {
        var type = TypeInfo<T>("answer");
        var schema = ReferenceEquals(Turn.Agent.Definition.Output, type) ? Turn.Agent.OutputSchema : null;
        return RunLoopAsync(message, options, new TypedAnswer<T>(type, schema));
    }

    /// <summary>Calls the agent's model once, as a recorded step: on replay the recorded reply is returned. Tools are not offered, and none is called.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">Options of the call. Default: the model, temperature and length of the agent's attribute.</param>
    /// <param name="key">The call's identity over replays. Default: its number in call order.</param>
    /// <returns>The reply.</returns>
    /// <exception cref="StepFailedException">The model failed.</exception>
    /// <exception cref="NonRetryableException">The agent names no model, the key is used already, or the call did not come from the agent's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<ChatResponse> CallModelAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        _slice.Entrance.EnterOwnCode("CallModelAsync");
        Turn.CountModelCall();
        var name = key is null ? (++_modelCalls).ToString(CultureInfo.InvariantCulture) : DurableKey.Escape(key) + ":";
        var asked = options?.Clone() ?? ModelOptions(Turn.Agent);
        // Nobody would call them here, or record that they were called.
        asked.Tools = null;
        return Models.CallAsync(Turn.Agent, $"{Turn.Prefix}call:{name}", [.. messages], asked);
    }

    /// <summary>The context of the turn that an invocation of an agent asks for.</summary>
    internal static AgentContext OfTurn(Invocation invocation, WorkflowSlice slice, RunAgents agents)
    {
        var input = AgentInput.Read(invocation.Input);
        var session = input.SessionId ?? (invocation.Metadata.GetValueOrDefault("session_id")?.Trim() is { Length: > 0 } given ? given : invocation.RunId);
        var history = agents.SessionsOf(slice.Checkpoint).Find(session) ?? input.History;
        var turn = new AgentTurn(RunningAgent.Of(invocation.Component, agents.Directory), input.Message, history, TurnKey.PrefixOf(session, history.Count), parent: null)
        {
            SessionId = session,
            KeepsSession = true,
        };
        return new AgentContext(invocation, slice, agents, turn);
    }

    /// <summary>Runs the agent's method as the turn: between its events, and into its session's history.</summary>
    internal async Task RunTurnAsync(ComponentCall call)
    {
        using (_slice.Entrance.EnterEngine("RunTurnAsync"))
        {
            if (IsTheRunsOwn && Turn.Recognize(_slice.Checkpoint, Invocation.Identity.GivenRunId))
                _slice.Questions.IgnoreGiven();
        }

        EmitOwn(AgentEvents.Started(Turn));
        try
        {
            await Turn.Agent.Component.InvokeAsync(call).ConfigureAwait(true);
        }
        catch (Exception exception)
        {
            var failed = AgentEvents.Failed(Turn, ExceptionText.Message(exception) ?? "");
            // What ends the run is not counted as one of the code's own events: a retry that fails says so again.
            if (IsTheRunsOwn)
                Invocation.Events.Add(failed);
            else
                EmitOwn(failed);
            throw;
        }

        EmitOwn(AgentEvents.Completed(Turn));
        if (Turn.KeepsSession)
            KeepInSession();
    }

    /// <summary>Asks another agent, as the tool of this one.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="input">Its input as a JSON object.</param>
    /// <param name="key">The call's key.</param>
    internal async Task<string> AskAgentAsync(RunningAgent agent, ReadOnlyMemory<byte> input, string key) =>
        ResultText.Of(await Calls.RunAsync(agent, input, key + ":").ConfigureAwait(true));

    /// <summary>The instructions of an agent, whether they are written down or made.</summary>
    internal async Task<string?> InstructionsOfAsync(RunningAgent agent)
    {
        if (agent.Definition.InstructionsMethod is not { } method)
            return agent.Definition.InstructionsFile is null ? agent.Definition.Instructions : AgentInstructions.Read(agent.Name, agent.Definition);

        if (!Turn.Instructions.TryGetValue(agent.Name, out var made))
        {
            var key = $"{Turn.Prefix}instructions:{DurableKey.Escape(agent.Name)}";
            Turn.Instructions[agent.Name] = made = Steps.RunOwnAsync(new StepSpan("instructions"), key, options: null, token => MakeAsync(method, agent, key, token), TextInfo);
        }

        return await made.ConfigureAwait(true);
    }

    /// <summary>The options of a call of an agent's model, as its attribute says.</summary>
    internal static ChatOptions ModelOptions(RunningAgent agent) => new()
    {
        Temperature = (float?)agent.Definition.Temperature,
        MaxOutputTokens = agent.Definition.MaxOutputTokens,
    };

    /// <summary>Takes a question back whose answer nobody wants any more.</summary>
    internal void Withdraw(Task<string?> asking) => _slice.Questions.Withdraw(asking);

    /// <summary>Services for a step of the turn: it runs beside others.</summary>
    internal InvocationServices Fork() => Invocation.Fork();

    /// <summary>Emits an event of the turn: counted like those of the agent's own code, or as a part of the step that runs.</summary>
    internal void EmitOwn(EmittedEvent emitted) => Emit(emitted);

    private protected override Task<byte[]?> AskAgentAsync(string agent, string message, AgentCallOptions? options) => Calls.RunAsync(agent, message, options);

    private AgentCalls Calls => _calls ??= new AgentCalls(Invocation, _slice, _agents, Turn);

    private AgentSessions Sessions => _agents.SessionsOf(_slice.Checkpoint);

    // Not the context of an agent that another component asked.
    private bool IsTheRunsOwn => ReferenceEquals(_slice.Context, this);

    private Task<T> RunLoopAsync<T>(string message, AgentRunOptions? options, AnswerFormat<T> format)
    {
        ArgumentNullException.ThrowIfNull(message);
        _slice.Entrance.EnterOwnCode("RunAsync");
        return new AgentLoop(this, ++_runs).RunAsync(message, options ?? new AgentRunOptions(), format);
    }

    private async Task<string> MakeAsync(Func<ComponentCall, ValueTask<string>> method, RunningAgent agent, string key, CancellationToken cancellationToken)
    {
        var services = Fork();
        await using var _ = services.ConfigureAwait(false);
        return await method(new InnerCall(Invocation, agent.Component, "{}"u8.ToArray(), services, cancellationToken) { IdempotencyKey = $"{RunId}:{key}" }).ConfigureAwait(false);
    }

    private void KeepInSession()
    {
        // An agent that was asked in the same session has left its messages there already.
        List<SessionMessage> messages = [.. Sessions.FindChanged(SessionId) ?? Turn.History, new SessionMessage("user", Turn.Message), new SessionMessage("assistant", Turn.Answer.Trim())];
        var kept = SessionHistory.Trim(messages, Turn.Agent.Name, Turn.Agent.Definition, Services);
        Sessions.Set(SessionId, kept, _slice.NowMs);
        EmitOwn(AgentEvents.SessionCreated(Turn, kept.Count));
    }
}
