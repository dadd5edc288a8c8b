using System.Globalization;
using System.Text.Json.Nodes;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>
/// Platform behavior that the protocol does not rule out and an endpoint must bear: repeated old answers and signals, answers before the question, wake-ups without a reason, machines with other
/// clocks, budgets of any size.
/// </summary>
internal sealed class Habits(Scenario scenario, Schedule schedule, Journal journal)
{
    private readonly List<Dictionary<string, string>> _earlier = [];

    /// <summary>The metadata of a slice, which may have more than the cause of the wake-up.</summary>
    public Dictionary<string, string> MetadataOf(int slice, Dictionary<string, string> wokenBy)
    {
        var metadata = new Dictionary<string, string>(wokenBy);
        if (_earlier.Count > 0 && schedule.OneIn(2, "repeat", slice))
        {
            foreach (var (key, value) in _earlier[(int)(schedule.RankOf("which", slice) % (uint)_earlier.Count)])
            {
                // The latest answer and the latest signal replace older ones as a whole.
                if (!wokenBy.ContainsKey(key) && !(IsOfAnswer(key) && wokenBy.ContainsKey("user_response")) && !(IsOfSignal(key) && wokenBy.ContainsKey("signal_name")))
                    metadata[key] = value;
            }
        }

        if (wokenBy.Count > 0)
            _earlier.Add(wokenBy);
        if (schedule.OneIn(3, "echo", slice) && Answered() is { Count: > 0 } answered)
            metadata["step_events"] = answered.ToJsonString();
        AddUnasked(metadata, slice);
        return metadata;
    }

    /// <summary>Answers the next question before anybody has seen it: before the run has begun, while it sleeps, while it waits for something else.</summary>
    private void AddUnasked(Dictionary<string, string> metadata, int slice)
    {
        var next = 0;
        while (journal.Shown.Contains(next))
            next++;
        var answer = scenario.Unasked.GetValueOrDefault(next, "nobody asked me");
        if (!metadata.ContainsKey("user_response") && schedule.OneIn(2, "unasked", slice))
        {
            metadata["user_response"] = answer;
            metadata["pause_index"] = next.ToString(CultureInfo.InvariantCulture);
        }
        else if (!metadata.ContainsKey("step_events") && schedule.OneIn(2, "unasked echo", slice))
        {
            metadata["step_events"] = new JsonObject { [next.ToString(CultureInfo.InvariantCulture)] = answer }.ToJsonString();
        }
    }

    /// <summary>Whether the run is invoked at once, before what it waits for has happened.</summary>
    public bool WakesForNothing(int slice) => schedule.OneIn(5, "wake", slice);

    /// <summary>How far ahead the clock of a slice's machine is.</summary>
    public TimeSpan SkewOf(int slice) => TimeSpan.FromMilliseconds((schedule.RankOf("skew", slice) % 4001) - 2000.0);

    /// <summary>How long a slice may run. Mostly enough; now and then so little that every step ends it, nothing at all, or without a limit.</summary>
    /// <returns>Milliseconds until the deadline, or <see langword="null"/> for none.</returns>
    public int? BudgetMsOf(int slice) => (schedule.RankOf("budget", slice) % 8) switch
    {
        0 or 1 => SliceSimulation.YieldBeforeMs / 2,
        2 => -5000,
        3 => null,
        _ => Platform.BudgetMs,
    };

    private JsonObject Answered()
    {
        var answers = new JsonObject();
        foreach (var answered in _earlier.Where(static earlier => earlier.ContainsKey("user_response")))
            answers[answered["pause_index"]] = scenario.Answers[int.Parse(answered["pause_index"], CultureInfo.InvariantCulture)].Decoded;
        return answers;
    }

    private static bool IsOfAnswer(string key) => key is "user_response" or "pause_index";

    private static bool IsOfSignal(string key) => key is "signal_name" or "waiting_step" or "signal_payload";
}
