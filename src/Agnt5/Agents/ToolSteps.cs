using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Tools;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Runs tools as recorded steps. A replay gives the recorded result to the model and does not run the tool.</summary>
/// <param name="context">The context of the turn.</param>
/// <param name="agent">The agent whose model asked.</param>
internal sealed class ToolSteps(AgentContext context, RunningAgent agent)
{
    private const int MostResult = 1024 * 1024;

    private static readonly JsonTypeInfo<JsonElement> ResultInfo = (JsonTypeInfo<JsonElement>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonElement));

    /// <summary>Runs a tool of the project, in a separate scope.</summary>
    public Task<ToolOutcome> RunAsync(ComponentTool tool, RunningCall running) => RunAsync(running, async cancellationToken =>
    {
        var services = context.Fork();
        await using var _ = services.ConfigureAwait(false);
        var call = new InnerCall(context.Invocation, tool.Component, running.Arguments, services, cancellationToken) { IdempotencyKey = IdempotencyKeyOf(running), IsOfModel = true };
        await tool.Component.InvokeAsync(call).ConfigureAwait(false);
        if (call.Contents is { } contents)
            return ToolRecord.OfContents(contents, tool.Name);
        return call.Output is { } output ? ToolRecord.Of(ToElement(output)) : default;
    });

    /// <summary>Runs a function of the app, in a separate scope.</summary>
    public Task<ToolOutcome> RunAsync(FunctionTool tool, RunningCall running) => RunAsync(running, async cancellationToken =>
    {
        var services = context.Fork();
        await using var _ = services.ConfigureAwait(false);
        var arguments = new AIFunctionArguments(running.Call.Arguments)
        {
            Services = services.Scoped,
            Context = new Dictionary<object, object?> { ["idempotency_key"] = IdempotencyKeyOf(running) },
        };
        object? result;
        try
        {
            result = await tool.Function.InvokeAsync(arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException refused) when (tool.FindMissing(running.Call) is { } missing)
        {
            // The model is told about its arguments, and not about other exceptions.
            throw new InputInvalidException(missing, refused);
        }

        return FunctionResult.ToRecord(result, tool.Function);
    });

    private async Task<ToolOutcome> RunAsync(RunningCall running, Func<CancellationToken, Task<JsonElement>> body)
    {
        var span = context.Telemetry.OfTool(running.Call, running.Arguments);
        var result = await context.Steps.RunOwnAsync(span, running.Key, options: null, RunBodyAsync, ResultInfo).ConfigureAwait(true);
        return new ToolOutcome(ToolRecord.Read(result));

        async Task<JsonElement> RunBodyAsync(CancellationToken cancellationToken)
        {
            try
            {
                var returned = Check(await body(cancellationToken).ConfigureAwait(false), running.Call.Name);
                context.Telemetry.Returned(returned);
                return returned;
            }
            catch (Exception failure) when (failure is not InputInvalidException && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                // The model may gloss over a failure that it is told, and it is not told the exception's text, so the log has it.
                var reference = AgentFailures.ReferenceTo(running.FailureKey, context.Invocation);
                AgentLog.ToolCallFailed(context.Invocation.Logger, failure, context.Invocation.LoggedRunId, agent.Name, running.Call.Name, reference);
                throw;
            }
        }
    }

    private string IdempotencyKeyOf(RunningCall running) => $"{context.RunId}:{running.Key}";

    // Each request brings all records back, so they must fit into a request.
    private static JsonElement Check(JsonElement result, string tool)
    {
        if (result.ValueKind == JsonValueKind.Undefined)
            return ToElement("null"u8.ToArray());
        var size = JsonMarshal.GetRawUtf8Value(result).Length;
        if (size <= MostResult)
            return result;
        var (counted, advice) = ToolRecord.HasContents(result) ? (", base64 included", "less, or the address of the file as a UriContent") : ("", "less");
        throw new NonRetryableException($"The tool '{tool}' returned {size} bytes of JSON{counted}, and a model is given at most {MostResult}: return {advice}.");
    }

    private static JsonElement ToElement(byte[] json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonDepth.Most });
        return document.RootElement.Clone();
    }
}
