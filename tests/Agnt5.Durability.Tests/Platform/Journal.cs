using System.Text.Json.Nodes;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>AGNT5's memory of a run: the last response's checkpoint, the events that went out, and the last wake-up. AGNT5 looks into none of them.</summary>
public sealed class Journal
{
    /// <summary>The checkpoint of the last response that arrived.</summary>
    public JsonObject? Checkpoint { get; private set; }

    public List<JsonObject> Events { get; } = [];

    /// <summary>The latest answer and the latest signal.</summary>
    public Dictionary<string, string> WokenBy { get; private set; } = [];

    /// <summary>The questions that a response has shown to people so far.</summary>
    public HashSet<int> Shown { get; } = [];

    /// <summary>The run's outcome, once there is one.</summary>
    public JsonObject? Outcome { get; private set; }

    public int Attempt { get; private set; }

    public JsonObject Steps => Checkpoint?["steps"]?.AsObject() ?? [];

    /// <summary>Takes over a response.</summary>
    public void Accept(JsonObject response)
    {
        Checkpoint = response["checkpoint"]?.AsObject();
        Events.AddRange((response["events"]?.AsArray() ?? []).Select(static emitted => emitted!.AsObject()));
        if (ShownBy(response) is { } question)
            Shown.Add(question);
        if (IsOutcome(response))
            Outcome = response;
        else if (StatusOf(response) == "failed")
            Attempt++;
    }

    /// <summary>Begins the next attempt of the run from the checkpoint before the failure.</summary>
    public void ForgetFailed()
    {
        Attempt++;
        WokenBy = [];
    }

    /// <summary>Remembers the next slice's wake-up instead of the last one.</summary>
    public void WakeBy(Dictionary<string, string> metadata) => WokenBy = metadata;

    /// <summary>The question that a response shows to a person.</summary>
    public static int? ShownBy(JsonObject response) => response["pause_index"]?.GetValue<int>();

    public static string StatusOf(JsonObject response) => response["status"]!.GetValue<string>();

    /// <summary>Whether a response ends the run: a failure does where a retry cannot help.</summary>
    public static bool IsOutcome(JsonObject response) => StatusOf(response) switch
    {
        "completed" => true,
        "failed" => response["error"]!["retryable"]?.GetValue<bool>() == false,
        _ => false,
    };
}
