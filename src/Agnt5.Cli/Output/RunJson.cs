using System.Text.Json;

namespace Agnt5.Cli.Output;

/// <summary>Writes a run for programs, with the names of the gateway.</summary>
internal static class RunJson
{
    /// <param name="json">Where to.</param>
    /// <param name="run">The run.</param>
    /// <param name="next">The command that goes on with it, where it waits for somebody.</param>
    public static void Write(Utf8JsonWriter json, RunInfo run, string? next = null)
    {
        json.WriteStartObject();
        json.WriteString("run_id"u8, run.RunId);
        json.WriteString("status"u8, StatusText.Of(run.Status));
        WriteText(json, "component", run.Component);
        WriteText(json, "session_id", run.SessionId);
        WriteTime(json, "created_at", run.CreatedAt);
        WriteTime(json, "started_at", run.StartedAt);
        WriteTime(json, "ended_at", run.CompletedAt ?? run.FailedAt);
        if (run.Output is { } output)
        {
            json.WritePropertyName("output"u8);
            output.WriteTo(json);
        }

        if (run.Failure is { } failure)
        {
            json.WriteStartObject("error"u8);
            json.WriteString("code"u8, failure.Code);
            json.WriteString("message"u8, failure.Message);
            json.WriteEndObject();
        }

        WriteText(json, "next", next);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } at)
            json.WriteString(name, at.UtcDateTime);
    }
}
