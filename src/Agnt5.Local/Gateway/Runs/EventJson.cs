using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Gateway.Http;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>Writes the events of runs' journals.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, string runId, JournalEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("run_id"u8, runId);
        json.WriteString("event_type"u8, entry.EventType);
        json.WriteNumber("sequence"u8, entry.Sequence);
        JsonAnswer.WriteTime(json, "timestamp", entry.AtMs);
        JsonAnswer.WriteText(json, "step_key", entry.StepKey);
        JsonAnswer.WriteRaw(json, "data", entry.Data);
        JsonAnswer.WriteMap(json, "metadata", entry.Metadata);
        json.WriteEndObject();
    }
}
