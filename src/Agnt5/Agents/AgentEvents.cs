using System.Text.Json;
using Agnt5.Execution;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>The lifecycle events of agents (protocol section 6, "Agents").</summary>
internal static class AgentEvents
{
    public static EmittedEvent Started(AgentTurn turn) => Event("agent.started", turn.Agent, static (writer, agent) =>
    {
        writer.WriteString("agent_name"u8, agent.Name);
        if (agent.Definition.Model is { } model)
            writer.WriteString("agent_model"u8, model);
        writer.WriteStartArray("tool_names"u8);
        foreach (var tool in agent.Definition.Tools)
            writer.WriteStringValue(tool);
        foreach (var other in agent.Definition.Handoffs)
            writer.WriteStringValue(HandoffTool.NameOf(other));
        writer.WriteEndArray();
        writer.WriteNumber("max_iterations"u8, agent.Definition.MaxIterations);
    });

    public static EmittedEvent Completed(AgentTurn turn) => Event("agent.completed", turn, static (writer, turn) =>
    {
        writer.WriteString("agent_name"u8, turn.Agent.Name);
        writer.WriteNumber("iterations"u8, turn.ModelCalls);
        writer.WriteNumber("tool_calls_count"u8, turn.ToolCalls);
        if (turn.HandedOverTo is { } other)
            writer.WriteString("handoff_to"u8, other);
        writer.WriteNumber("output_length"u8, turn.Answer.Length);
        WriteUsage(writer, turn.Usage);
    });

    public static EmittedEvent Failed(AgentTurn turn, string error) => Event("agent.failed", (turn, error), static (writer, source) =>
    {
        writer.WriteString("agent_name"u8, source.turn.Agent.Name);
        writer.WriteNumber("iterations"u8, source.turn.ModelCalls);
        writer.WriteString("error"u8, source.error);
    });

    public static EmittedEvent IterationStarted(AgentTurn turn) => Event("agent.iteration.started", turn, static (writer, turn) =>
    {
        WritePlace(writer, turn);
        writer.WriteNumber("max_iterations"u8, turn.Agent.Definition.MaxIterations);
    });

    public static EmittedEvent IterationCompleted(AgentTurn turn, int toolCalls) => Event("agent.iteration.completed", (turn, toolCalls), static (writer, source) =>
    {
        WritePlace(writer, source.turn);
        writer.WriteBoolean("has_tool_calls"u8, source.toolCalls > 0);
        writer.WriteNumber("tool_calls_count"u8, source.toolCalls);
    });

    public static EmittedEvent ModelStarted(AgentTurn turn, ModelName model, int messages, int tools) => Event("lm.started", (turn, model, messages, tools), static (writer, source) =>
    {
        Write(writer, source.turn, source.model);
        writer.WriteNumber("messages_count"u8, source.messages);
        writer.WriteNumber("tools_count"u8, source.tools);
    });

    public static EmittedEvent ModelCompleted(AgentTurn turn, ModelName model, ChatResponse reply, double milliseconds) =>
        Event("lm.completed", (turn, model, reply, milliseconds), static (writer, source) =>
    {
        Write(writer, source.turn, source.model);
        if (source.reply.FinishReason is { } reason)
            writer.WriteString("finish_reason"u8, reason.Value);
        if (ModelReply.IsUnfinished(source.reply))
            writer.WriteBoolean("is_unfinished"u8, true);
        if (source.reply.Usage is { } usage)
            WriteUsage(writer, usage);
        writer.WriteNumber("duration_ms"u8, (long)source.milliseconds);
    });

    public static EmittedEvent ModelFailed(AgentTurn turn, ModelName model, string error) => Event("lm.failed", (turn, model, error), static (writer, source) =>
    {
        Write(writer, source.turn, source.model);
        writer.WriteString("error"u8, source.error);
    });

    /// <summary>A piece of a streamed reply. It belongs to the step that calls the model: when the stream breaks, the next attempt streams from the beginning.</summary>
    public static EmittedEvent Delta(AgentTurn turn, string type, string text, StepAttempt? step) => Event(type, (turn, text, step), static (writer, source) =>
    {
        WritePlace(writer, source.turn);
        writer.WriteNumber("attempt"u8, source.step?.Number ?? 1);
        writer.WriteString("content"u8, source.text);
    }) with { Step = step };

    public static EmittedEvent ToolStarted(AgentTurn turn, FunctionCallContent call, ReadOnlyMemory<byte> arguments) => Event("tool_call.started", (turn, call, arguments), static (writer, source) =>
    {
        Write(writer, source.turn, source.call);
        writer.WritePropertyName("arguments"u8);
        writer.WriteRawValue(source.arguments.Span, skipInputValidation: true);
    });

    public static EmittedEvent ToolCompleted(AgentTurn turn, FunctionCallContent call) =>
        Event("tool_call.completed", (turn, call), static (writer, source) => Write(writer, source.turn, source.call));

    public static EmittedEvent ToolFailed(AgentTurn turn, FunctionCallContent call, string error) => Event("tool_call.failed", (turn, call, error), static (writer, source) =>
    {
        Write(writer, source.turn, source.call);
        writer.WriteString("error"u8, source.error);
    });

    public static EmittedEvent SessionCreated(AgentTurn turn, int messages)
    {
        var created = Event("session.created", (turn, messages), static (writer, source) =>
        {
            writer.WriteString("session_id"u8, source.turn.SessionId);
            writer.WriteString("agent_name"u8, source.turn.Agent.Name);
            writer.WriteNumber("turn_count"u8, source.messages);
        });
        return created with { Metadata = [new("session_id", turn.SessionId), new("agent_name", turn.Agent.Name), new("session_type", "agent")] };
    }

    private static EmittedEvent Event<T>(string type, T source, Action<Utf8JsonWriter, T> write) => new(
        type,
        JsonBytes.Write((source, write), static (writer, data) =>
        {
            writer.WriteStartObject();
            data.write(writer, data.source);
            writer.WriteEndObject();
        }),
        Options: null,
        Metadata: [],
        Step: null);

    // Agents may run at the same time, so each event names its agent.
    private static void WritePlace(Utf8JsonWriter writer, AgentTurn turn)
    {
        writer.WriteString("agent_name"u8, turn.Agent.Name);
        writer.WriteNumber("iteration"u8, turn.ModelCalls);
    }

    private static void Write(Utf8JsonWriter writer, AgentTurn turn, ModelName model)
    {
        WritePlace(writer, turn);
        writer.WriteString("model"u8, model.Full);
        if (model.Provider is { } provider)
            writer.WriteString("provider"u8, provider);
    }

    private static void Write(Utf8JsonWriter writer, AgentTurn turn, FunctionCallContent call)
    {
        WritePlace(writer, turn);
        writer.WriteString("tool_name"u8, call.Name);
        writer.WriteString("tool_call_id"u8, call.CallId);
    }

    private static void WriteUsage(Utf8JsonWriter writer, UsageDetails usage)
    {
        if (AgentTurn.TotalOf(usage) is not { } total)
            return;

        writer.WriteStartObject("usage"u8);
        if (usage.InputTokenCount is { } input)
            writer.WriteNumber("input_tokens"u8, input);
        if (usage.OutputTokenCount is { } output)
            writer.WriteNumber("output_tokens"u8, output);
        writer.WriteNumber("total_tokens"u8, total);
        writer.WriteEndObject();
    }
}
