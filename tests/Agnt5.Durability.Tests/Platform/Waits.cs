using System.Globalization;
using System.Text.Json.Nodes;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>Checks the waits of a suspended run: never for something that it already got, and for the same timer at the same time.</summary>
internal sealed class Waits(Scenario scenario, Journal journal)
{
    private readonly Dictionary<string, long> _readyAt = [];

    public void Check(JsonObject response, JsonObject steps)
    {
        CheckGiven(steps);
        CheckAsked(response, steps);
        if (Journal.StatusOf(response) != "suspended")
            return;

        switch (response["reason"]!.GetValue<string>())
        {
            case "timer":
                CheckTimer(response["timer_key"]!.GetValue<string>(), response["ready_at_ms"]!.GetValue<long>(), steps);
                break;
            case "user_input_required":
                CheckQuestion(response, steps);
                break;
            case "signal":
                Invariants.Require(journal.WokenBy.GetValueOrDefault("waiting_step") != response["waiting_step"]!.GetValue<string>(), "a signal is waited for with its payload at hand");
                var wait = $"signal:{response["signal_name"]}:{response["waiting_step"]}";
                Invariants.Require(!steps.ContainsKey($"agnt5:{wait}") && !steps.ContainsKey($"agnt5:timeout:{wait}"), $"{wait} is waited for again");
                break;
            default:
                Invariants.Require(response["budget"]!["deadline_ms"] is not null, "a yield does not name its deadline");
                break;
        }

        Invariants.Require(response["timeout_ms"]?.GetValue<long>() is null or >= 0 && response["wait_timeout_ms"]?.GetValue<long>() is null or >= 0, "a timeout lies in the past");
    }

    /// <summary>The records are what the scenario's people and systems said, whatever old copies and unasked answers came along.</summary>
    private void CheckGiven(JsonObject steps)
    {
        foreach (var (key, value) in steps)
        {
            if (!key.StartsWith("agnt5:answer:", StringComparison.Ordinal))
                continue;

            var index = int.Parse(key["agnt5:answer:".Length..], CultureInfo.InvariantCulture);
            Invariants.Require(journal.Shown.Contains(index), $"'{key}' is the answer to a question that nobody was asked");
            Invariants.Require(scenario.Answers.TryGetValue(index, out var answer) && value?.GetValue<string>() == answer.Decoded, $"'{key}' is not what was answered");
        }
    }

    /// <summary>A question counts as asked once a response shows it, and only then.</summary>
    private void CheckAsked(JsonObject response, JsonObject steps)
    {
        var shown = Journal.ShownBy(response);
        foreach (var (key, _) in steps)
        {
            if (key.StartsWith("agnt5:asked:", StringComparison.Ordinal))
                Invariants.Require(journal.Steps.ContainsKey(key) || key == $"agnt5:asked:{shown}", $"'{key}' is recorded, and nobody was shown that question");
        }

        Invariants.Require(shown is null || steps[$"agnt5:asked:{shown}"]?["times"]?.GetValue<int>() == 1, $"question {shown} is asked, and that is not recorded");
    }

    private void CheckTimer(string key, long readyAt, JsonObject steps)
    {
        var part = key.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);
        Invariants.Require(!steps.ContainsKey($"agnt5:fired:{part}"), $"timer '{key}' has fired and is waited for again");
        if (steps.ContainsKey(key))
            Invariants.Require(_readyAt.TryAdd(key, readyAt) || _readyAt[key] == readyAt, $"timer '{key}' was due at {_readyAt[key]} and is now due at {readyAt}");
        else
            Invariants.Require(steps[$"agnt5:retry:{part}"]?["ready_at_ms"]?.GetValue<long>() == readyAt, $"the retry of '{key}' is waited for and not recorded");
    }

    private void CheckQuestion(JsonObject response, JsonObject steps)
    {
        var index = response["pause_index"]!.GetValue<int>();
        Invariants.Require(!steps.ContainsKey($"agnt5:answer:{index}") && !steps.ContainsKey($"agnt5:timeout:answer:{index}"), $"question {index} is asked again");
        foreach (var (asked, answer) in response["step_events"]?.AsObject() ?? [])
            Invariants.Require(
                steps.ContainsKey($"agnt5:answer:{asked}") && JsonNode.DeepEquals(steps[$"agnt5:answer:{asked}"], answer), $"step_events hands out an answer to question {asked} that is not recorded");
        Invariants.Require(journal.WokenBy.GetValueOrDefault("pause_index") != index.ToString(CultureInfo.InvariantCulture), $"question {index} is asked again with its answer at hand");
    }
}
