using System.Diagnostics;
using System.Text.Json;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Gateway.Http;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>
/// Writes runs. The page is silent about when <c>status_code</c> is what: here it is what HTTP would say of the run, 200 completed, 202 on its way, 429 refused by a rate limit, 500 failed or
/// cancelled.
/// </summary>
internal static class RunJson
{
    /// <summary>Writes the members of a run with its output or error.</summary>
    public static void WriteMembers(Utf8JsonWriter json, RunState run)
    {
        WriteHead(json, run);
        if (run.Outcome is { } outcome && run.Phase == RunPhase.Completed)
        {
            // An uploaded output is read by GET /v1/runs/{id}/output.
            if (outcome.OutputRef is { } reference)
                json.WriteString("output_ref"u8, reference);
            else
                JsonAnswer.WriteRaw(json, "output", outcome.Output);
        }

        WriteTail(json, run);
    }

    /// <summary>Writes a run of a list: without its output, which may be large.</summary>
    public static void WriteListed(Utf8JsonWriter json, RunState run)
    {
        json.WriteStartObject();
        WriteHead(json, run);
        WriteTail(json, run);
        json.WriteEndObject();
    }

    public static void WriteRun(Utf8JsonWriter json, RunState run)
    {
        json.WriteStartObject();
        WriteMembers(json, run);
        json.WriteEndObject();
    }

    /// <summary>Writes what is said of a run that goes on.</summary>
    public static void WriteAccepted(Utf8JsonWriter json, RunState run)
    {
        json.WriteStartObject();
        json.WriteString("run_id"u8, run.Spec.RunId);
        json.WriteString("status"u8, RunStatus.Of(run.Phase));
        json.WriteString("status_url"u8, $"/v1/status/{run.Spec.RunId}");
        JsonAnswer.WriteText(json, "trace_id", TraceId(run));
        json.WriteString("component"u8, run.Spec.ComponentName);
        JsonAnswer.WriteText(json, "session_id", run.Spec.SessionId);
        JsonAnswer.WriteTime(json, "created_at", run.Spec.CreatedAtMs);
        json.WriteEndObject();
    }

    /// <summary>Whether a rate limit refused the run, so that the call that started it is a 429.</summary>
    public static bool IsRateLimited(RunState run) => run is { Phase: RunPhase.Failed, StartedAtMs: null, Outcome.ErrorCode: RateLimitRule.Code };

    private static void WriteHead(Utf8JsonWriter json, RunState run)
    {
        json.WriteString("run_id"u8, run.Spec.RunId);
        json.WriteString("status"u8, RunStatus.Of(run.Phase));
        json.WriteNumber("status_code"u8, IsRateLimited(run) ? 429 : run.Phase == RunPhase.Completed ? 200 : run.HasEnded ? 500 : 202);
        PauseJson.Write(json, run);
    }

    private static void WriteTail(Utf8JsonWriter json, RunState run)
    {
        var spec = run.Spec;
        if (run.Outcome is { ErrorCode: { } code } outcome)
            JsonAnswer.WriteError(json, code, outcome.ErrorMessage ?? "");
        if (run is { StartedAtMs: { } started, EndedAtMs: { } ended })
            json.WriteNumber("duration_ms"u8, Math.Max(0, ended - started));
        JsonAnswer.WriteText(json, "trace_id", TraceId(run));
        json.WriteString("component"u8, spec.ComponentName);
        json.WriteString("component_type"u8, spec.ComponentType);
        json.WriteString("deployment_id"u8, spec.DeploymentId);
        json.WriteString("environment"u8, spec.Environment);
        json.WriteNumber("attempt"u8, run.Attempt);
        JsonAnswer.WriteTime(json, "created_at", spec.CreatedAtMs);
        JsonAnswer.WriteTime(json, "started_at", run.StartedAtMs);
        JsonAnswer.WriteTime(json, run.Phase == RunPhase.Completed ? "completed_at" : run.Phase == RunPhase.Cancelled ? "cancelled_at" : "failed_at", run.EndedAtMs);
        JsonAnswer.WriteText(json, "session_id", spec.SessionId);
        JsonAnswer.WriteText(json, "user_id", spec.UserId);
        JsonAnswer.WriteText(json, "tenant_id", spec.TenantId);
        JsonAnswer.WriteText(json, "event_run_id", spec.EventRunId);
        JsonAnswer.WriteMap(json, "metadata", spec.Metadata);
    }

    private static string? TraceId(RunState run) =>
        run.Spec.TraceParent is { } parent && ActivityContext.TryParse(parent, traceState: null, out var context) ? context.TraceId.ToHexString() : null;
}
