using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Protocol;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Calls what the model asked for: each call a recorded step, several of one reply at the same time (protocol section 6, "Agents").</summary>
/// <param name="context">The context of the turn.</param>
/// <param name="agent">The agent whose model asked: the turn's own, or one that took over.</param>
internal sealed class ToolCaller(AgentContext context, RunningAgent agent)
{
    private const string Approved = "approve";

    // A model that asks for thousands of calls at once has lost its way.
    private const int MostAtOnce = 64;

    private const int MostResult = 1024 * 1024;

    // What a person does not see, a person cannot approve.
    private const int MostReadable = 4000;

    private static readonly JsonTypeInfo<JsonElement> ResultInfo = (JsonTypeInfo<JsonElement>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonElement));

    private readonly List<Task<string?>> _asked = [];
    private HandoffTool? _handoff;
    private bool _isOver;

    private bool TellsModel => agent.Definition.ToolErrors == ToolErrorHandling.TellModel;

    /// <summary>Makes the calls of one reply.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="tools">What may be called.</param>
    /// <param name="prefix">How the keys of their records begin.</param>
    /// <returns>The results for the model, in the order of the calls.</returns>
    /// <exception cref="StepFailedException">A tool failed, and its failures end the turn.</exception>
    public async Task<List<AIContent>> CallAsync(IReadOnlyList<FunctionCallContent> calls, ToolSet tools, string prefix)
    {
        var running = calls.Select((call, index) => new RunningCall(call, ToolArguments.ToJson(call), tools.Find(call.Name), $"{prefix}{index}:{DurableKey.Escape(call.Name)}") { IsTooMany = index >= MostAtOnce }).ToArray();
        // All begin before the first is awaited. Their events go out in the order of the calls, whichever ends first.
        var outcomes = running.Select(call => StartAsync(call, tools)).ToArray();
        var results = new List<AIContent>(calls.Count);
        try
        {
            for (var i = 0; i < running.Length; i++)
                results.Add(await EndAsync(running[i], outcomes[i]).ConfigureAwait(true));
        }
        catch
        {
            GiveUp();
            throw;
        }

        return results;
    }

    // The agent's code may catch the failure and go on: nobody is to be asked for what the model will not hear of.
    private void GiveUp()
    {
        _isOver = true;
        foreach (var asking in _asked)
            context.Withdraw(asking);
    }

    private async Task<AIContent> EndAsync(RunningCall running, Task<ToolOutcome> pending)
    {
        var call = running.Call;
        context.EmitOwn(AgentEvents.ToolStarted(context.Turn, call, running.Arguments));
        ToolOutcome outcome;
        try
        {
            outcome = await pending.ConfigureAwait(true);
        }
        catch (Exception failure)
        {
            context.EmitOwn(AgentEvents.ToolFailed(context.Turn, call, ExceptionText.Message(failure) ?? ""));
            throw;
        }

        context.EmitOwn(outcome.Error is { } error ? AgentEvents.ToolFailed(context.Turn, call, error) : AgentEvents.ToolCompleted(context.Turn, call));
        // Some providers mark a result that is an error, and read that off the exception.
        return new FunctionResultContent(call.CallId, outcome.Result) { Exception = outcome.Error is null ? null : new InvalidOperationException(outcome.Error) };
    }

    private async Task<ToolOutcome> StartAsync(RunningCall running, ToolSet tools)
    {
        if (running.IsTooMany)
            return ToolOutcome.Failed($"Only the first {MostAtOnce} calls of a reply are made.");
        if (running.Tool is not { } tool)
            return ToolOutcome.Failed($"There is no tool '{CallerText.Shorten(running.Call.Name)}'. The tools are: {string.Join(", ", tools.Names)}.");
        if (ModelReply.InvalidArgumentsOf(running.Call) is { } problem)
            return ToolOutcome.Failed($"The arguments are not a JSON object: {problem}");
        if (tool.RequiresConfirmation && await RefusalAsync(tool, running.Arguments).ConfigureAwait(true) is { } refusal)
            return ToolOutcome.Failed(refusal);

        try
        {
            return tool switch
            {
                ComponentTool component => await RunStepAsync(component, running).ConfigureAwait(true),
                FunctionTool function => await RunStepAsync(function, running).ConfigureAwait(true),
                AskedAgent { TakesMessage: true } when !AgentInput.Read(running.Arguments).IsText => ToolOutcome.Failed("$.message: is required."),
                AskedAgent asked => new ToolOutcome(await context.AskAgentAsync(asked.Agent, running.Arguments, running.Key).ConfigureAwait(true)),
                HandoffTool handoff when (_handoff ??= handoff) != handoff => ToolOutcome.Failed($"The conversation is handed over to '{_handoff.Agent.Name}' already."),
                _ => new ToolOutcome("The conversation is handed over."),
            };
        }
        catch (StepFailedException failure) when (MayTellModel(failure))
        {
            return ToolOutcome.Failed(failure.Message);
        }
        catch (InputInvalidException invalid)
        {
            return ToolOutcome.Failed(invalid.Message);
        }
        catch (Exception failure) when (tool is AskedAgent && TellsModel && !context.CancellationToken.IsCancellationRequested)
        {
            // The other agent reached a limit of its own, its model refused, or its code failed.
            return ToolOutcome.Failed(ExceptionText.Message(failure) ?? "The agent failed.");
        }
    }

    // What the model did wrong is its own to mend.
    private bool MayTellModel(StepFailedException failure) => TellsModel || failure.ErrorType == typeof(InputInvalidException).FullName;

    private async Task<string?> RefusalAsync(AgentTool tool, ReadOnlyMemory<byte> arguments)
    {
        if (arguments.Length > MostReadable)
            return $"A person has to approve this call, and its arguments are too long to be read: {arguments.Length} bytes, and at most {MostReadable}.";

        var asking = context.AskAsync($"May {agent.Name} call {tool.Name} with {ToolArguments.Readable(arguments.Span)}?", Question.Approval);
        _asked.Add(asking);
        var answer = await asking.ConfigureAwait(true);
        return answer switch
        {
            _ when _isOver => "The turn is over.",
            Approved => null,
            null or "reject" => "A person refused this call.",
            _ => $"A person refused this call: {answer}",
        };
    }

    private Task<ToolOutcome> RunStepAsync(ComponentTool tool, RunningCall running) => RunStepAsync(running, async cancellationToken =>
    {
        var services = context.Fork();
        await using var _ = services.ConfigureAwait(false);
        var call = new InnerCall(context.Invocation, tool.Component, running.Arguments, services, cancellationToken) { IdempotencyKey = IdempotencyKeyOf(running) };
        await tool.Component.InvokeAsync(call).ConfigureAwait(false);
        return call.Output is { } output ? ToElement(output) : default;
    });

    private Task<ToolOutcome> RunStepAsync(FunctionTool tool, RunningCall running) => RunStepAsync(running, async cancellationToken =>
    {
        var services = context.Fork();
        await using var _ = services.ConfigureAwait(false);
        var arguments = new AIFunctionArguments(running.Call.Arguments)
        {
            Services = services.Scoped,
            Context = new Dictionary<object, object?> { ["idempotency_key"] = IdempotencyKeyOf(running) },
        };
        var result = await tool.Function.InvokeAsync(arguments, cancellationToken).ConfigureAwait(false);
        return result is null ? default : ToElement(result, tool.Function);
    });

    private async Task<ToolOutcome> RunStepAsync(RunningCall running, Func<CancellationToken, Task<JsonElement>> body)
    {
        var span = context.Telemetry.OfTool(running.Call, running.Arguments);
        var result = await context.Steps.RunOwnAsync(span, running.Key, options: null, RunAsync, ResultInfo).ConfigureAwait(true);
        return new ToolOutcome(result.ValueKind == JsonValueKind.String ? SessionJson.Text(result) : result);

        async Task<JsonElement> RunAsync(CancellationToken cancellationToken)
        {
            try
            {
                var returned = Check(await body(cancellationToken).ConfigureAwait(false));
                context.Telemetry.Returned(returned);
                return returned;
            }
            catch (Exception failure) when (failure is not (InputInvalidException or OperationCanceledException))
            {
                // A model that is told makes small talk of it.
                EngineLog.ToolCallFailed(context.Invocation.Logger, failure, context.Invocation.LoggedRunId, agent.Name, running.Call.Name);
                throw;
            }
        }
    }

    private string IdempotencyKeyOf(RunningCall running) => $"{context.RunId}:{running.Key}";

    // Each request brings the records back, so they must fit into one.
    private static JsonElement Check(JsonElement result)
    {
        if (result.ValueKind == JsonValueKind.Undefined)
            return ToElement("null"u8.ToArray());
        var size = JsonMarshal.GetRawUtf8Value(result).Length;
        return size <= MostResult ? result : throw new InvalidOperationException($"The tool returned {size} bytes of JSON, and a model is given at most {MostResult}: return less.");
    }

    private static JsonElement ToElement(byte[] json)
    {

        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonWriterCache.UntypedDepth });
        return document.RootElement.Clone();
    }

    private static JsonElement ToElement(object result, AIFunction function) => result is JsonElement element
        ? element
        : ToElement(JsonSerializer.SerializeToUtf8Bytes(result, function.JsonSerializerOptions.GetTypeInfo(result.GetType())));

    /// <summary>A call that was made.</summary>
    /// <param name="Call">What the model asked for.</param>
    /// <param name="Arguments">Its arguments as a JSON object.</param>
    /// <param name="Tool">What it calls, or <see langword="null"/> when there is no such tool.</param>
    /// <param name="Key">The key of its record.</param>
    private sealed record RunningCall(FunctionCallContent Call, byte[] Arguments, AgentTool? Tool, string Key)
    {
        public bool IsTooMany { get; init; }
    }
}
