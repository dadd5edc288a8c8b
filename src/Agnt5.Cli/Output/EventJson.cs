using System.Text.Json;

namespace Agnt5.Cli.Output;

/// <summary>Writes what happened in a run for programs, with the names of the gateway.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, RunEvent happened, string runId)
    {
        json.WriteStartObject();
        json.WriteString("run_id"u8, happened.RunId ?? runId);
        json.WriteString("event_type"u8, happened.Type);
        if (happened.Sequence is { } sequence)
            json.WriteNumber("sequence"u8, sequence);
        if (happened.Timestamp is { } time)
            json.WriteString("timestamp"u8, time.UtcDateTime);
        if (happened.StepKey is { } step)
            json.WriteString("step_key"u8, step);
        Write(json, "data", happened.Data);
        Write(json, "metadata", happened.Metadata);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            return;
        json.WritePropertyName(name);
        value.WriteTo(json);
    }
}
