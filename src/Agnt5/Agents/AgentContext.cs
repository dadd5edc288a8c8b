using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Agents;
using Agnt5.Execution;
using Agnt5.Execution.Telemetry;
using Agnt5.Generated;
using Agnt5.Json;
using Agnt5.Tools;
using Microsoft.Extensions.AI;

namespace Agnt5;

/// <summary>
/// The context of an agent: the members of a workflow's context, and the conversation. The answers of the model, tools and people are recorded. A turn that runs again from the top pays for
/// nothing twice (protocol section 6, "Agents").
/// </summary>
public sealed class AgentContext : WorkflowContext
{
    private static readonly JsonTypeInfo<string> TextInfo = (JsonTypeInfo<string>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(string));

    private readonly WorkflowSlice _slice;
    private readonly RunAgents _agents;
    private AgentCalls? _calls;
    private ModelCaller? _models;
    private AgentTelemetry? _telemetry;
    private AgentFailures? _failures;
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

    /// <summary>The id of the turn's session (protocol section 6). An agent that was asked without a session gets a separate id for each call of each run, the same on every replay.</summary>
    public string SessionId => Turn.SessionId;

    /// <summary>The user's message.</summary>
    public string Message => Turn.Message;

    /// <summary>The session's messages before this turn, the oldest first.</summary>
    public IReadOnlyList<SessionMessage> History => Turn.History;

    /// <summary>
    /// The tokens that the turn has used so far, including those of the agents that it asked. A replay counts recorded calls as well, and each call counts once. A count is
    /// <see langword="null"/> until a provider gives one.
    /// </summary>
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

    internal AgentFailures Failures => _failures ??= new AgentFailures(this, _agents.FailureReferences);

    internal TimeProvider Time => Invocation.Time;

    internal bool IsStreaming => Invocation.Identity.IsStreaming;

    /// <summary>
    /// Runs the agent's loop: calls its model, and the tools that the model asks for, until there is an answer. Every reply and every tool's result is recorded.
    /// </summary>
    /// <param name="message">The user's message.</param>
    /// <param name="options">Options of this run that differ from the agent's attribute.</param>
    /// <returns>The model's answer.</returns>
    /// <exception cref="NonRetryableException">
    /// A limit of the agent's attribute was reached, the model refused to answer, or the call did not come from the agent's own code.
    /// </exception>
    /// <exception cref="StepFailedException">The model, or a tool whose failure ends the turn, failed.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<string> RunAsync(string message, AgentRunOptions? options = null) => RunLoopAsync(message, options, TextAnswer.Instance);

    /// <summary>
    /// Runs the loop like <see cref="RunAsync(string, AgentRunOptions?)"/>, and returns an answer of a type: the model gets the type's schema, and an answer that does not bind goes back to the model.
    /// </summary>
    /// <typeparam name="T">The answer's type. It crosses the wire, so the generator must know it.</typeparam>
    /// <inheritdoc cref="RunAsync(string, AgentRunOptions?)"/>
    public Task<T> RunAsync<T>(string message, AgentRunOptions? options = null)
    {
        return RunLoopAsync(message, options, Turn.Agent.AnswerOf(TypeInfo<T>("answer")));
    }

    /// <summary>Calls the agent's model once, as a recorded step: on replay the recorded reply is returned. It offers the model no tools.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">Options of the call. Default: the model, temperature and length from the agent's attribute.</param>
    /// <param name="key">The call's identity over replays. Default: its number in call order.</param>
    /// <returns>The reply.</returns>
    /// <exception cref="StepFailedException">The model failed.</exception>
    /// <exception cref="NonRetryableException">The agent names no model, the key was used before, or the call did not come from the agent's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<ChatResponse> CallModelAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        _slice.Entrance.EnterOwnCode("CallModelAsync");
        Turn.CountModelCall();
        var name = key is null ? (++_modelCalls).ToString(CultureInfo.InvariantCulture) : DurableKey.Escape(key) + ":";
        var asked = options?.Clone() ?? ModelOptions(Turn.Agent);
        // Nothing here calls tools or records their calls.
        asked.Tools = null;
        return Models.CallAsync(Turn.Agent, $"{Turn.Prefix}call:{name}", [.. messages], asked);
    }

    /// <summary>Creates the context of the turn that an agent's invocation asks for.</summary>
    internal static AgentContext OfTurn(Invocation invocation, WorkflowSlice slice, RunAgents agents)
    {
        var input = AgentInput.Read(invocation.Input);
        // The writer of the input must not choose whose conversation it joins.
        var chosen = invocation.Settings.AcceptsInputSessions ? input.SessionId : null;
        var session = chosen ?? (invocation.Metadata.GetValueOrDefault("session_id")?.Trim() is { Length: > 0 } given ? given : invocation.RunId);
        var agent = agents.Directory.Of(invocation.Component);
        var history = agents.HistoryOf(session, agent, slice.Checkpoint, invocation.Services) ?? input.History;
        var turn = new AgentTurn(agent, input.Message, history, TurnKey.PrefixOf(session, history.Count), parent: null)
        {
            SessionId = session,
            KeepsSession = true,
        };
        return new AgentContext(invocation, slice, agents, turn);
    }

    /// <summary>Runs the agent's method as the turn, emits the turn's events, and adds the turn to its session's history.</summary>
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
            // The event that ends the run does not count among the events of the code, so a retry that fails emits it again.
            if (IsTheRunsOwn)
                Invocation.Events.Add(AgentEvents.Failed(Turn, Failures.OfRun(exception)));
            else
                EmitOwn(AgentEvents.Failed(Turn, Failures.OfAsked(exception)));
            throw;
        }

        EmitOwn(AgentEvents.Completed(Turn));
        if (Turn.KeepsSession)
            KeepInSession();
    }

    /// <summary>Asks another agent that is a tool of this agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="input">Its input as a JSON object.</param>
    /// <param name="key">The call's key.</param>
    internal async Task<string> AskAgentAsync(RunningAgent agent, ReadOnlyMemory<byte> input, string key) =>
        ResultText.Of(await Calls.RunForModelAsync(agent, input, key + ":").ConfigureAwait(true));

    /// <summary>Gets the instructions of an agent: a text, a file, or the result of its method.</summary>
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

    /// <summary>Creates the options of a model call from the agent's attribute.</summary>
    internal static ChatOptions ModelOptions(RunningAgent agent) => new()
    {
        Temperature = (float?)agent.Definition.Temperature,
        MaxOutputTokens = agent.Definition.MaxOutputTokens,
    };

    /// <summary>Withdraws a question whose answer is not needed any more.</summary>
    internal void Withdraw(Task<string?> asking) => _slice.Questions.Withdraw(asking);

    /// <summary>Creates separate services for a step of the turn, since steps run at the same time.</summary>
    internal InvocationServices Fork() => Invocation.Fork();

    /// <summary>Emits an event of the turn. It counts like an event of the agent's own code, or belongs to the step that runs.</summary>
    internal void EmitOwn(EmittedEvent emitted) => Emit(emitted);

    /// <summary>Whether the next event of the turn goes out in this slice: no earlier slice has emitted it.</summary>
    internal bool IsNextEventNew => _slice.Events.IsNextNew;

    private protected override Task<byte[]?> AskAgentAsync(string agent, string message, AgentCallOptions? options) => Calls.RunAsync(agent, message, options);

    private AgentCalls Calls => _calls ??= new AgentCalls(Invocation, _slice, _agents, Turn);

    private AgentSessions Sessions => _agents.SessionsOf(_slice.Checkpoint);

    // False for an agent that another component asked.
    private bool IsTheRunsOwn => ReferenceEquals(_slice.Context, this);

    private Task<T> RunLoopAsync<T>(string message, AgentRunOptions? options, AnswerFormat<T> format)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (options?.Attachments.Contains(null!) == true)
            throw new ArgumentException("One of the attachments is null.", nameof(options));
        _slice.Entrance.EnterOwnCode("RunAsync");
        return new AgentLoop(this, ++_runs).RunAsync(message, options ?? new AgentRunOptions(), format);
    }

    private async Task<string> MakeAsync(Func<ComponentCall, ValueTask<string>> method, RunningAgent agent, string key, CancellationToken cancellationToken)
    {
        var services = Fork();
        await using var _ = services.ConfigureAwait(false);
        return await method(new InnerCall(Invocation, agent.Component, "{}"u8.ToArray(), services, cancellationToken) { IdempotencyKey = $"{RunId}:{key}", IsOfModel = false }).ConfigureAwait(false);
    }

    private void KeepInSession()
    {
        // An agent that was asked in the same session has added its messages already.
        List<SessionMessage> messages = [.. Sessions.FindChanged(SessionId) ?? Turn.History, new SessionMessage("user", Turn.Message), new SessionMessage("assistant", Turn.Answer.Trim())];
        var kept = SessionHistory.Trim(messages, Turn.Agent.Name, Turn.Agent.Definition, Services);
        Sessions.Set(SessionId, kept, _slice.NowMs);
        EmitOwn(AgentEvents.SessionCreated(Turn, kept.Count));
    }
}
