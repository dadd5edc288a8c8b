using System.Text.Json.Nodes;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>A checkpoint only grows: the next response has each record unchanged (protocol section 6).</summary>
internal sealed class Checkpoints(Journal journal)
{
    public void Check(JsonObject response, JsonObject steps)
    {
        var hasFailed = Journal.StatusOf(response) == "failed";
        foreach (var (key, before) in journal.Steps)
        {
            var after = steps[key];
            switch (key)
            {
                case "agnt5:events":
                    // Events after a failure that is tried again are emitted again.
                    Invariants.Require(hasFailed || TriesAgain(steps) || after?.GetValue<long>() >= before!.GetValue<long>(), "the count of events went back");
                    break;
                case "agnt5:order" or "agnt5:now":
                    Invariants.Require(hasFailed || TriesAgain(steps) || BeginsWith(after, before!), $"'{key}' was {before!.ToJsonString()} and became {after?.ToJsonString()}");
                    break;
                case var _ when IsFailures(key):
                    // The failure that ended an attempt of the run is removed, and so is an unhandled failure of an earlier attempt.
                    Invariants.Require(hasFailed || BeginsWith(after, new JsonArray([.. before!.AsArray().Where(failure => !IsTriedAgain(failure)).Select(static failure => failure!.DeepClone())])),
                        $"'{key}' was {before!.ToJsonString()} and became {after?.ToJsonString()}");
                    break;
                case var _ when key.StartsWith("agnt5:retry:", StringComparison.Ordinal):
                    break;
                case var _ when key.StartsWith("agnt5:asked:", StringComparison.Ordinal) && after is null:
                    var question = key["agnt5:asked:".Length..];
                    Invariants.Require(
                        steps.ContainsKey($"agnt5:answer:{question}") || steps.ContainsKey($"agnt5:timeout:answer:{question}"), $"that question {question} was asked is lost, and it is still open");
                    break;
                default:
                    Invariants.Require(steps.ContainsKey(key), $"'{key}' was recorded and is lost");
                    Invariants.Require(JsonNode.DeepEquals(before, after), $"'{key}' was {before?.ToJsonString()} and became {after?.ToJsonString()}");
                    break;
            }
        }

        var order = (steps["agnt5:order"]?.AsArray() ?? []).Select(static key => key!.GetValue<string>()).ToList();
        foreach (var (key, count) in order.CountBy(static key => key))
        {
            var recorded = steps[key];
            Invariants.Require(steps.ContainsKey(key), $"'{key}' is in the order and not recorded");
            Invariants.Require(count <= (IsFailures(key) ? recorded!.AsArray().Count : 1), $"'{key}' is in the order {count} times");
        }
    }

    /// <summary>Whether this attempt of the run tries a step with a recorded failure again.</summary>
    private bool TriesAgain(JsonObject steps) => journal.Steps.Any(step => IsFailures(step.Key) && step.Value!.AsArray().Any(IsTriedAgain) && !JsonNode.DeepEquals(step.Value, steps[step.Key]));

    private bool IsTriedAgain(JsonNode? failure) => failure is JsonObject && failure["attempt"]?.GetValue<int>() < journal.Attempt;

    public static bool IsFailures(string key) => key.StartsWith("agnt5:failed:", StringComparison.Ordinal);

    private static bool BeginsWith(JsonNode? after, JsonNode before) =>
        after is null ? before.AsArray().Count == 0 : after is JsonArray list && before.AsArray().Select(WithoutAttempt).SequenceEqual(list.Take(before.AsArray().Count).Select(WithoutAttempt));

    /// <summary>The mark that a later attempt tries a failed step again is removed once other records depend on the failure.</summary>
    private static string WithoutAttempt(JsonNode? entry)
    {
        var copy = entry!.DeepClone();
        foreach (var mark in copy is JsonObject ? (string[])["attempt", "events", "times"] : [])
            copy.AsObject().Remove(mark);
        return copy.ToJsonString();
    }
}
