using System.Globalization;
using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Runs;

/// <summary>Says in a few words what happened in a run.</summary>
internal static class EventText
{
    /// <summary>The words, or <see langword="null"/> for events that repeat another one.</summary>
    public static string? Of(RunEvent happened)
    {
        var data = happened.Data;
        if (RunPause.Of(happened) is { } pause)
            return Of(pause);
        return happened.Type switch
        {
            "run.started" => "started",
            "run.queued" => $"waits for its turn: {data.Text("waits_for")} of {Json(data.Member("key"))}",
            "run.completed" => data.Member("output") is { ValueKind: not JsonValueKind.Undefined } output ? $"completed: {Json(output)}" : "completed",
            "run.failed" => $"failed: {Error(data)}",
            "run.cancelled" => $"cancelled: {Error(data)}",
            "run.notice" => TerminalText.Line(data.Text("message") ?? ""),
            "run.retry_scheduled" => $"an attempt failed: {Error(data)} Next attempt{At(data.Time("retry_at_ms"))}",
            "run.invoke_lost" => $"no answer from the endpoint: {Error(data)}{(data.Time("sent_again_at_ms") is { } again ? $" Asked again{At(again)}" : "")}",
            "output.delta" => $"+ {TerminalText.Line(happened.Text ?? Json(happened.Delta ?? data))}",
            _ when happened.Type.EndsWith(".resumed", StringComparison.Ordinal) => Resumed(data),
            "function.started" or "workflow.started" or "agent.started" or "tool.started" => null,
            _ when Repeats(happened.Type) => null,
            _ => TerminalText.Line(data.ValueKind == JsonValueKind.Undefined ? happened.Type : $"{happened.Type} {Json(data)}"),
        };
    }

    /// <summary>What a paused run waits for.</summary>
    public static string Of(RunPause pause) => pause switch
    {
        QuestionPause question => $"asks: {TerminalText.Line(question.Question)}{(question.Options.Count > 0 ? $" [{TerminalText.Line(string.Join(", ", question.Options))}]" : "")}",
        SignalPause signal => $"waits for the signal {TerminalText.Line(signal.Name)}",
        SleepPause { Until: { } until } => $"sleeps until {until.LocalDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}",
        _ => "is paused",
    };

    private static string Resumed(JsonElement data) => data.Text("reason") switch
    {
        "timer" => data.Member("skipped_ms").ValueKind == JsonValueKind.Number ? "goes on: its sleep was skipped" : "goes on: its sleep is over",
        "signal" => $"goes on: got the signal {TerminalText.Line(data.Text("signal_name") ?? "")} {Json(data.Member("signal_payload"))}",
        "user_input_required" => $"goes on: got the answer {TerminalText.Line(data.Text("user_response") ?? "")}",
        _ => "goes on: its wait ran out",
    };

    // The run's own end follows at once.
    private static bool Repeats(string type) => type.Split('.') is ["function" or "workflow" or "agent" or "tool", "completed" or "failed" or "cancelled"];

    private static string Error(JsonElement data)
    {
        var error = data.Member("error");
        return TerminalText.Line($"{error.Text("message") ?? (error.ValueKind == JsonValueKind.String ? error.GetString() : "no reason was given.")} ({error.Text("code") ?? "no code"})");
    }

    private static string At(DateTimeOffset? time) => time is { } at ? $" at {at.LocalDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}" : "";

    private static string Json(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? "" : TerminalText.Line(RelaxedJson.Of(value));
}
