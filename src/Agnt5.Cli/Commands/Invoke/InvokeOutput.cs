using System.Globalization;
using System.Text.Json;
using Agnt5.Cli.Endpoints;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Invoke;

/// <summary>Writes an endpoint's answer: as it came for programs, and what is in it for people.</summary>
internal static class InvokeOutput
{
    private const int LongestValue = 2_000;

    public static void Write(CommandOutput output, string runId, EndpointAnswer answer)
    {
        if (output.IsJson)
        {
            output.WriteNote($"The run is {TerminalText.Line(runId)}.");
            output.WriteJson(answer.Json.WriteTo);
            return;
        }

        var json = answer.Json;
        Line(output, "run", runId);
        Line(output, "status", answer.Summary);
        Line(output, "asks", json.Text("question"));
        Line(output, "waits for", json.Text("signal_name") ?? json.Text("timer_key"));
        Line(output, "until", json.Time("ready_at_ms")?.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        Line(output, "output", json.Member("output") is { ValueKind: not JsonValueKind.Undefined } value ? RelaxedJson.Of(value) : null);
        Line(output, "steps", Steps(json));
        Line(output, "events", Events(json));
        Line(output, "took", string.Create(CultureInfo.InvariantCulture, $"{answer.Elapsed.TotalMilliseconds:0} ms"));
    }

    private static string? Steps(JsonElement json) => json.Member("checkpoint").Member("steps") is { ValueKind: JsonValueKind.Object } steps
        ? string.Join(", ", steps.EnumerateObject().Select(static step => step.Name))
        : null;

    private static string? Events(JsonElement json)
    {
        string[] types = [.. json.Items("events").Select(static happened => happened.Text("event_type") ?? "?")];
        return types.Length == 0 ? null : string.Join(", ", types);
    }

    private static void Line(CommandOutput output, string name, string? value)
    {
        if (value is not null)
            output.Out.WriteLine($"{name,-10} {TerminalText.Line(value, LongestValue)}");
    }
}
