using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Agnt5.Execution;
using Agnt5.Execution.Telemetry;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// Traces and measures an agent's calls, by OpenTelemetry's conventions for generative AI. Messages are included only where the app switches that on
/// (<see cref="ServerlessOptions.CaptureMessageContent"/>).
/// </summary>
internal sealed class AgentTelemetry(AgentContext context)
{
    private const string Chat = "chat";
    private const string ExecuteTool = "execute_tool";

    private InvocationTelemetry? Telemetry => context.Invocation.Telemetry;

    private bool CapturesContent => context.Invocation.Settings.CapturesContent;

    /// <summary>The span of a model call.</summary>
    public StepSpan OfModel(RunningAgent agent, ModelName model, ChatOptions options) => new($"{Chat} {model.Id}", Telemetry is null ? Nothing : new OwnSpan(ActivityKind.Client, Known(
        (GenAiNames.Operation, Chat),
        (GenAiNames.Provider, model.Provider),
        (GenAiNames.RequestModel, model.Id),
        (GenAiNames.Agent, agent.Name),
        (GenAiNames.Conversation, CallerText.Shorten(context.SessionId)),
        (GenAiNames.Temperature, options.Temperature is { } temperature ? (double)temperature : null),
        (GenAiNames.MaxTokens, options.MaxOutputTokens),
        (GenAiNames.OutputType, options.ResponseFormat is ChatResponseFormatJson ? "json" : "text"))));

    /// <summary>The span of a tool call.</summary>
    public StepSpan OfTool(FunctionCallContent call, ReadOnlySpan<byte> arguments) => new($"{ExecuteTool} {call.Name}", Telemetry is null ? Nothing : new OwnSpan(ActivityKind.Internal, Known(
        (GenAiNames.Operation, ExecuteTool),
        (GenAiNames.Tool, call.Name),
        (GenAiNames.ToolType, "function"),
        (GenAiNames.ToolCall, CallerText.Shorten(call.CallId)),
        (GenAiNames.Agent, context.ComponentName),
        (GenAiNames.ToolArguments, CapturesContent ? Encoding.UTF8.GetString(arguments) : null))));

    /// <summary>Adds a model's answer to the current span, and measures the call.</summary>
    public void Answered(ModelName model, IReadOnlyList<ChatMessage> messages, ChatResponse reply, TimeSpan duration)
    {
        if (Telemetry is not { } telemetry)
            return;

        telemetry.Tell(() => Measure(model, reply, duration));
        if (OwnSpan() is { } span)
            telemetry.Tell(() => Describe(span, messages, reply));
    }

    /// <summary>Adds a tool's result to the current span.</summary>
    public void Returned(JsonElement record)
    {
        if (CapturesContent && OwnSpan() is { } span)
            Telemetry?.Tell(() => span.SetTag(GenAiNames.ToolResult, ToolRecord.HasContents(record) ? ToolContent.TextOf(ToolRecord.Read(record)) : record.GetRawText()));
    }

    // Nobody collects telemetry, so no span is made from it.
    private static OwnSpan Nothing { get; } = new(ActivityKind.Internal, []);

    private static Activity? OwnSpan() => Activity.Current is { IsAllDataRequested: true } span && ReferenceEquals(span.Source, Spans.Source) ? span : null;

    private static KeyValuePair<string, object?>[] Known(params ReadOnlySpan<(string Name, object? Value)> tags)
    {
        var known = new List<KeyValuePair<string, object?>>(tags.Length);
        foreach (var (name, value) in tags)
        {
            if (value is not null)
                known.Add(new(name, value));
        }

        return [.. known];
    }

    private static void Measure(ModelName model, ChatResponse reply, TimeSpan duration)
    {
        var tags = new TagList { { GenAiNames.Operation, Chat }, { GenAiNames.Provider, model.Provider ?? "_OTHER" }, { GenAiNames.RequestModel, model.Id } };
        if (reply.ModelId is { } answered)
            tags.Add(GenAiNames.ResponseModel, answered);
        Instruments.ModelDuration.Record(duration.TotalSeconds, tags);
        MeasureTokens(tags, "input", reply.Usage?.InputTokenCount);
        MeasureTokens(tags, "output", reply.Usage?.OutputTokenCount);
    }

    private static void MeasureTokens(TagList tags, string type, long? count)
    {
        if (count is not { } tokens)
            return;

        tags.Add(GenAiNames.TokenType, type);
        Instruments.ModelTokens.Record(tokens, tags);
    }

    private void Describe(Activity span, IReadOnlyList<ChatMessage> messages, ChatResponse reply)
    {
        span.SetTag(GenAiNames.ResponseModel, reply.ModelId);
        span.SetTag(GenAiNames.ResponseId, reply.ResponseId);
        if (reply.FinishReason is { } reason)
            span.SetTag(GenAiNames.FinishReasons, new[] { reason.Value });
        span.SetTag(GenAiNames.InputTokens, reply.Usage?.InputTokenCount);
        span.SetTag(GenAiNames.OutputTokens, reply.Usage?.OutputTokenCount);
        if (!CapturesContent)
            return;

        span.SetTag(GenAiNames.InputMessages, Text(messages));
        span.SetTag(GenAiNames.OutputMessages, Text(reply.Messages));
    }

    private static string Text(IEnumerable<ChatMessage> messages) => Encoding.UTF8.GetString(JsonBytes.Write(messages, static (writer, messages) =>
    {
        writer.WriteStartArray();
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, message.Role.Value);
            writer.WriteStartArray("parts"u8);
            foreach (var content in message.Contents)
                WritePart(writer, content);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }));

    private static void WritePart(Utf8JsonWriter writer, AIContent content)
    {
        switch (content)
        {
            case TextReasoningContent reasoning:
                Write(writer, "reasoning"u8, reasoning.Text);
                break;
            case TextContent text:
                Write(writer, "text"u8, text.Text);
                break;
            case FunctionCallContent call:
                writer.WriteStartObject();
                writer.WriteString("type"u8, "tool_call"u8);
                writer.WriteString("id"u8, call.CallId);
                writer.WriteString("name"u8, call.Name);
                writer.WritePropertyName("arguments"u8);
                writer.WriteRawValue(Agents.ToolArguments.ToJson(call), skipInputValidation: true);
                writer.WriteEndObject();
                break;
            case FunctionResultContent result:
                writer.WriteStartObject();
                writer.WriteString("type"u8, "tool_call_response"u8);
                writer.WriteString("id"u8, result.CallId);
                writer.WriteString("response"u8, ToolContent.TextOf(result.Result));
                writer.WriteEndObject();
                break;
            case DataContent or UriContent or HostedFileContent:
                // Without the bytes, which would outgrow a span.
                Write(writer, "file"u8, ToolContent.Describe(content));
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> type, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteString("content"u8, text);
        writer.WriteEndObject();
    }
}
