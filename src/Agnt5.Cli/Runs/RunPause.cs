using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Runs;

/// <summary>What a paused run waits for, as its newest <c>….paused</c> event says.</summary>
internal abstract record RunPause
{
    /// <summary>Reads an event, or <see langword="null"/> where it is no pause.</summary>
    public static RunPause? Of(RunEvent happened)
    {
        if (!happened.Type.EndsWith(".paused", StringComparison.Ordinal))
            return null;
        var (data, metadata) = (happened.Data, happened.Metadata);
        if (metadata.Text("pause_reason") == "user_input_required" || data.Text("reason") == "user_input_required")
            return new QuestionPause(
                metadata.Text("question") ?? data.Text("question") ?? "",
                metadata.Text("input_type") ?? data.Text("input_type") ?? "text",
                [.. OptionIds(data.Items("options"), metadata.Text("options"))]);
        return data.Text("reason") == "signal" ? new SignalPause(data.Text("signal_name") ?? "") : new SleepPause(data.Time("ready_at_ms"));
    }

    // AGNT5 has the options as JSON text in the metadata.
    private static IEnumerable<string> OptionIds(IEnumerable<JsonElement> options, string? text)
    {
        var all = options.ToArray();
        if (all.Length == 0 && text is not null)
        {
            try
            {
                using var parsed = JsonDocument.Parse(text);
                all = parsed.RootElement.ValueKind == JsonValueKind.Array ? [.. parsed.RootElement.Clone().EnumerateArray()] : [];
            }
            catch (JsonException)
            {
                // A question without options that can be read is a question still.
            }
        }

        return all.Select(static option => option.ValueKind == JsonValueKind.String ? option.GetString() : option.Text("id")).OfType<string>();
    }
}

/// <summary>A person is asked.</summary>
internal sealed record QuestionPause(string Question, string InputType, IReadOnlyList<string> Options) : RunPause;

/// <summary>A signal is waited for.</summary>
internal sealed record SignalPause(string Name) : RunPause;

/// <summary>The run sleeps.</summary>
internal sealed record SleepPause(DateTimeOffset? Until) : RunPause;
