using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Testing.Json;

namespace Agnt5.Testing.Timelines;

/// <summary>A line of a timeline for an event of the journal.</summary>
internal static class JournalRow
{
    private static readonly JsonElement Nothing = TestJson.Parse("{}");

    /// <param name="entry">The event.</param>
    /// <param name="componentType">The type of the run's component on the wire.</param>
    /// <param name="start">When the run was accepted: times count from then.</param>
    /// <returns>The line, or <see langword="null"/> for an event that another one says already.</returns>
    public static TimelineRow? Of(JournalEntry entry, string componentType, DateTimeOffset start)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(entry.AtMs);
        var data = TestJson.Parse(entry.Data) ?? Nothing;
        var type = entry.EventType.StartsWith(componentType + ".", StringComparison.Ordinal) && entry.StepKey is null ? entry.EventType[componentType.Length..] : entry.EventType;
        return type switch
        {
            "run.started" or ".started" or ".completed" or ".failed" or ".cancelled" => null,
            "run.queued" => new(at, "queued", $"behind {data.Text("waits_for")?.Replace('_', ' ')}, key {data.Raw("key")}"),
            ".paused" => Paused(at, data, start),
            ".resumed" => Resumed(at, data),
            "run.retry_scheduled" => new(at, "again", $"{Time(data, "retry_at_ms", start)}, after attempt {data.Number("attempt")} of {data.Number("max_attempts")} failed: {Error(data)}"),
            "run.invoke_lost" => new(at, "lost", $"slice {data.Number("slice")}: {Error(data)} {Time(data, "sent_again_at_ms", start)}"),
            "run.notice" => new(at, "notice", data.Text("message") ?? ""),
            "run.completed" => new(at, "completed", data.Raw("output") ?? ""),
            "run.failed" => new(at, "failed", Error(data)),
            "run.cancelled" => new(at, "cancelled", Error(data)),
            _ => new(at, "event", $"{entry.EventType} {(entry.Data.IsEmpty ? "" : data.GetRawText())}"),
        };
    }

    private static TimelineRow Paused(DateTimeOffset at, JsonElement data, DateTimeOffset start) => data.Text("reason") switch
    {
        "timer" => new(at, "sleeps", $"{Time(data, "ready_at_ms", start)} ({data.Text("timer_key")})"),
        "signal" => new(at, "waits", $"for the signal {data.Text("signal_name")}{TimesOut(data, start)}"),
        _ => new(at, "asks", $"{data.Text("question")} ({data.Text("input_type")}){TimesOut(data, start)}"),
    };

    private static TimelineRow Resumed(DateTimeOffset at, JsonElement data) => data.Text("reason") switch
    {
        "timer" => new(at, "wakes up", ""),
        "signal" => new(at, "signal", $"{data.Text("signal_name")} {data.Raw("signal_payload")}"),
        "user_input_required" => new(at, "answer", data.Text("user_response") ?? ""),
        "wait_timeout" => new(at, "wakes up", "because nobody answered in time"),
        var reason => new(at, "wakes up", reason ?? ""),
    };

    private static string TimesOut(JsonElement data, DateTimeOffset start) => data.Number("times_out_at_ms") is null ? "" : $", {Time(data, "times_out_at_ms", start)} at the latest";

    private static string Error(JsonElement data) =>
        data.TryGetProperty("error", out var error) ? $"{error.Text("code")}: {error.Text("message")}" : $"{data.Text("error_code")}: {data.Text("error_message")}";

    private static string Time(JsonElement data, string name, DateTimeOffset start) =>
        data.Number(name) is { } ms ? $"until {Spans.Text(DateTimeOffset.FromUnixTimeMilliseconds(ms) - start)}" : "";
}
