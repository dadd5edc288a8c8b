using System.Text.Json;

namespace Agnt5.Client.Wire;

/// <summary>Reads what the gateway says about a run.</summary>
internal static class RunReader
{
    /// <summary>Whether an answer is about a run.</summary>
    public static bool IsRun(JsonElement json) => json.Text("run_id") is not null && json.Text("status") is not null;

    public static RunInfo Read(JsonElement json, string? runId = null)
    {
        var output = json.Get("output");
        return new()
        {
            RunId = json.Text("run_id") ?? json.Text("id") ?? runId ?? "",
            Status = StatusOf(json.Text("status")),
            Output = output.ValueKind == JsonValueKind.Undefined ? null : output,
            HasStoredOutput = json.Get("output_ref").IsPresent(),
            Failure = FailureOf(json),
            Duration = json.Number("duration_ms") is { } duration and >= 0 and < int.MaxValue * 1000L ? TimeSpan.FromMilliseconds(duration) : null,
            TraceId = json.Text("trace_id"),
            Component = json.Text("component") ?? json.Text("component_name"),
            SessionId = json.Text("session_id"),
            CreatedAt = json.Time("created_at"),
            StartedAt = json.Time("started_at"),
            CompletedAt = json.Time("completed_at"),
            FailedAt = json.Time("failed_at"),
            Metadata = json.Get("metadata"),
        };
    }

    public static RunStatus StatusOf(string? status) => status switch
    {
        "pending" => RunStatus.Pending,
        "enqueued" => RunStatus.Enqueued,
        "queued" => RunStatus.Queued,
        "assigned" => RunStatus.Assigned,
        "started" => RunStatus.Started,
        "running" => RunStatus.Running,
        "retry_delayed" => RunStatus.RetryDelayed,
        "paused" or "awaiting_input" or "awaiting_user_input" => RunStatus.Paused,
        "completed" => RunStatus.Completed,
        "failed" => RunStatus.Failed,
        "cancelled" => RunStatus.Cancelled,
        "timeout" => RunStatus.TimedOut,
        _ => RunStatus.Unknown,
    };

    /// <summary>The status as the wire has it, or <see langword="null"/> for one that it does not have.</summary>
    public static string? TextOf(RunStatus status) => status switch
    {
        RunStatus.Unknown => null,
        RunStatus.RetryDelayed => "retry_delayed",
        RunStatus.TimedOut => "timeout",
        _ => status.ToString().ToLowerInvariant(),
    };

    /// <summary>An error is an object or a text.</summary>
    public static RunFailure? FailureOf(JsonElement json)
    {
        var error = json.Get("error");
        var code = error.Text("code") ?? json.Text("error_code") ?? json.Text("code");
        return error.ValueKind switch
        {
            JsonValueKind.String => new(code ?? Agnt5ClientErrors.RunFailed, AnyText.Of(error)),
            JsonValueKind.Object => new(code ?? Agnt5ClientErrors.RunFailed, error.Text("message") ?? "", error.Get("details")),
            _ when json.Text("error_code") is { } named => new(named, json.Text("error_message") ?? json.Text("message") ?? ""),
            _ => null,
        };
    }
}
