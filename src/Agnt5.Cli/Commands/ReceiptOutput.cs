using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands;

/// <summary>Tells what became of an event or a webhook.</summary>
internal static class ReceiptOutput
{
    public static void Write(CommandOutput output, string eventId, string eventName, bool isDuplicate, IReadOnlyList<string> runIds)
    {
        var runs = runIds.Count switch
        {
            0 => "It starts no run: no active component has a trigger for it.",
            1 => $"It started {runIds[0]}.",
            _ => $"It started {string.Join(", ", runIds)}.",
        };
        var received = $"{TerminalText.Line(eventName)} is {(isDuplicate ? "known already" : "received")} as {TerminalText.Line(eventId)}.";
        output.WriteDone($"{received} {runs}", json =>
        {
            json.WriteString("event_id"u8, eventId);
            json.WriteString("event_name"u8, eventName);
            json.WriteBoolean("duplicate"u8, isDuplicate);
            json.WriteStartArray("run_ids"u8);
            foreach (var runId in runIds)
                json.WriteStringValue(runId);
            json.WriteEndArray();
        });
    }
}
