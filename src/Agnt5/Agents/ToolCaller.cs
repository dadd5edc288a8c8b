using Agnt5.Execution;
using Agnt5.Json;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Makes the tool calls of a model's reply, all at the same time. Each call is a recorded step (protocol section 6, "Agents").</summary>
/// <param name="context">The context of the turn.</param>
/// <param name="agent">The agent whose model asked: the turn's agent, or an agent that took over.</param>
internal sealed class ToolCaller(AgentContext context, RunningAgent agent)
{
    // A model that asks for thousands of calls at once has lost its way.
    private const int MostAtOnce = 64;

    private readonly ToolSteps _steps = new(context, agent);
    private readonly ToolQuestions _questions = new(context, agent);
    private RunningCall[] _running = [];
    private int _toldStarts;

    /// <summary>The agent that the model handed the conversation over to, or <see langword="null"/>.</summary>
    public RunningAgent? HandedOverTo { get; private set; }

    private bool TellsModel => agent.Definition.ToolErrors == ToolErrorHandling.TellModel;

    /// <summary>Makes the calls of one reply.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="tools">The tools that may be called.</param>
    /// <param name="prefix">The prefix of their records' keys.</param>
    /// <returns>The results for the model, in the order of the calls.</returns>
    /// <exception cref="StepFailedException">A tool failed, and its failures end the turn.</exception>
    public async Task<List<AIContent>> CallAsync(IReadOnlyList<FunctionCallContent> calls, ToolSet tools, string prefix)
    {
        _running = calls.Select((call, index) => tools.Take(call, $"{prefix}{index}:") with { IsTooMany = index >= MostAtOnce }).ToArray();
        // A tool's events must not come before the start of its call. All calls begin at the same time, but later starts are emitted only when the calls before them have ended.
        TellStarts(0);
        // All begin before the first is awaited. Their events go out in the order of the calls, whichever ends first.
        var outcomes = _running.Select((call, index) => StartAsync(call, index, tools)).ToArray();
        var results = new List<AIContent>(calls.Count);
        try
        {
            for (var i = 0; i < _running.Length; i++)
            {
                TellStarts(i);
                results.Add(await EndAsync(_running[i], outcomes[i]).ConfigureAwait(true));
            }
        }
        catch
        {
            _questions.GiveUp();
            throw;
        }

        return results;
    }

    // Emits the starts up to a call, in the order of the calls.
    private void TellStarts(int index)
    {
        for (; _toldStarts <= index; _toldStarts++)
            context.EmitOwn(AgentEvents.ToolStarted(context.Turn, _running[_toldStarts].Call, _running[_toldStarts].Arguments));
    }

    private async Task<AIContent> EndAsync(RunningCall running, Task<ToolOutcome> pending)
    {
        var call = running.Call;
        ToolOutcome outcome;
        try
        {
            outcome = await pending.ConfigureAwait(true);
        }
        catch (Exception failure)
        {
            context.EmitOwn(AgentEvents.ToolFailed(context.Turn, call, context.Failures.OfTool(failure, running)));
            throw;
        }

        context.EmitOwn(outcome.Error is { } error ? AgentEvents.ToolFailed(context.Turn, call, error) : AgentEvents.ToolCompleted(context.Turn, call));
        // Some clients mark a result as an error when it has an exception.
        return new FunctionResultContent(call.CallId, outcome.Result) { Exception = outcome.Error is null ? null : new InvalidOperationException(outcome.Error) };
    }

    private async Task<ToolOutcome> StartAsync(RunningCall running, int index, ToolSet tools)
    {
        if (running.IsTooMany)
            return ToolOutcome.Failed($"Only the first {MostAtOnce} calls of a reply are made.");
        if (running.Tool is not { } tool)
            return ToolOutcome.Failed($"There is no tool '{CallerText.Shorten(running.Call.Name)}'. The tools are: {string.Join(", ", tools.Names)}.");
        if (ModelReply.InvalidArgumentsOf(running.Call) is { } problem)
            return ToolOutcome.Failed($"The arguments are not a JSON object: {problem}");
        // A function takes named values, and nothing else would be what a person had approved.
        if (tool is FunctionTool && !ToolArguments.IsObject(running.Arguments))
            return ToolOutcome.Failed("$: expected object");
        if (tool.RequiresConfirmation && await _questions.FindRefusalAsync(tool, running.Arguments).ConfigureAwait(true) is { } refusal)
            return ToolOutcome.Failed(refusal);

        try
        {
            return tool switch
            {
                ComponentTool component => await _steps.RunAsync(component, running).ConfigureAwait(true),
                FunctionTool function => await _steps.RunAsync(function, running).ConfigureAwait(true),
                AskedAgent { TakesMessage: true } when !AgentInput.Read(running.Arguments).IsText => ToolOutcome.Failed("$.message: is required."),
                AskedAgent asked => new ToolOutcome(await AskAsync(asked.Agent, running, index).ConfigureAwait(true)),
                PersonTool person => await _questions.AnswerAsync(person, running.Arguments).ConfigureAwait(true),
                HandoffTool handoff => HandOver(handoff.Agent),
                _ => throw new InvalidOperationException($"The tool '{tool.Name}' is of an unknown kind."),
            };
        }
        catch (StepFailedException failure) when (MayTellModel(failure))
        {
            failure.Tell();
            return ToolOutcome.Failed(context.Failures.OfTool(failure, running));
        }
        catch (InputInvalidException invalid)
        {
            return ToolOutcome.Failed(invalid.Message);
        }
        catch (Exception failure) when (tool is AskedAgent && TellsModel && !context.CancellationToken.IsCancellationRequested)
        {
            // The other agent reached one of its limits, its model refused, or its code failed.
            return ToolOutcome.Failed(context.Failures.OfTool(failure, running));
        }
    }

    private Task<string> AskAsync(RunningAgent other, RunningCall running, int index)
    {
        // The other agent emits events, and they must not come before the start of the call.
        TellStarts(index);
        return context.AskAgentAsync(other, running.Arguments, running.Key);
    }

    private ToolOutcome HandOver(RunningAgent other)
    {
        if (HandedOverTo is { } earlier)
            return ToolOutcome.Failed($"The conversation is handed over to '{earlier.Name}' already.");

        HandedOverTo = other;
        return new ToolOutcome("The conversation is handed over.");
    }

    // The model can correct wrong arguments, so it is always told about them.
    private bool MayTellModel(StepFailedException failure) => TellsModel || failure.ErrorType == InputInvalidException.RecordedName;
}
