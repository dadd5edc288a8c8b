using System.Text.Json;

namespace Agnt5.Client.Wire;

/// <summary>Reads the events of a run, from a list or a stream.</summary>
internal static class EventReader
{
    private static readonly string[] DeltaNames = ["content", "delta", "output_data", "chunk"];

    /// <param name="json">The event.</param>
    /// <param name="type">The type that a stream gave it.</param>
    public static RunEvent Read(JsonElement json, string? type = null)
    {
        var data = json.Get("data");
        return new()
        {
            Type = json.Text("event_type") ?? type ?? "message",
            RunId = json.Text("run_id"),
            // A piece of output may stand beside the event's own members.
            Data = data.ValueKind == JsonValueKind.Undefined ? json : data,
            Metadata = json.Get("metadata"),
            StepKey = json.Text("step_key"),
            Timestamp = json.Time("timestamp") ?? json.Time("created_at"),
            Sequence = json.Number("sequence"),
        };
    }

    public static JsonElement? DeltaOf(RunEvent happened)
    {
        if (happened.Type != "output.delta" || happened.Data.ValueKind == JsonValueKind.Undefined)
            return null;
        foreach (var name in DeltaNames)
            if (happened.Data.Get(name) is { ValueKind: not JsonValueKind.Undefined } delta)
                return delta;
        return happened.Data;
    }

    /// <summary>The piece of output as the text of an item. An item that has a member of such a name itself is the data as a whole.</summary>
    public static JsonElement? DeltaOf(RunEvent happened, Func<string, bool> isOwnMember) =>
        happened is { Type: "output.delta", Data.ValueKind: JsonValueKind.Object }
        && Array.Exists(DeltaNames, name => isOwnMember(name) && happened.Data.Get(name).ValueKind != JsonValueKind.Undefined)
            ? happened.Data
            : DeltaOf(happened);

    public static bool IsEnd(RunEvent happened) => happened.Type is "run.completed" or "run.failed" or "run.cancelled" or "run.timeout";

    /// <summary>The run, if the event says that it did not end well.</summary>
    public static RunInfo? FailedRun(RunEvent happened, string runId)
    {
        RunStatus? status = happened.Type switch
        {
            "run.failed" => RunStatus.Failed,
            "run.cancelled" => RunStatus.Cancelled,
            "run.timeout" => RunStatus.TimedOut,
            _ => null,
        };
        return status is { } ended ? new() { RunId = runId, Status = ended, Failure = RunReader.FailureOf(happened.Data) } : null;
    }

    public static bool IsQuestion(RunEvent happened) => happened.Metadata.Text("pause_reason") == "user_input_required";

    /// <summary>The newest pause of a run, or <see langword="null"/>.</summary>
    public static RunEvent? NewestPause(IReadOnlyList<RunEvent> events) =>
        events.Where(static happened => happened.Type is "workflow.paused" or "agent.paused").Select(static (happened, place) => (happened, place))
            .OrderBy(static paused => paused.happened.Sequence ?? paused.place).Select(static paused => paused.happened).LastOrDefault();

    public static RunQuestion QuestionOf(string runId, RunEvent paused) => new()
    {
        RunId = runId,
        Text = paused.Metadata.Text("question") ?? paused.Data.Text("question") ?? "",
        Index = IndexOf(paused.Metadata) ?? IndexOf(paused.Data),
        Metadata = paused.Metadata,
    };

    // Metadata may have its numbers as texts.
    private static int? IndexOf(JsonElement json) =>
        json.Number("pause_index") is { } number and >= 0 and <= int.MaxValue ? (int)number : int.TryParse(json.Text("pause_index"), out var index) ? index : null;
}
