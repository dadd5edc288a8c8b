using System.Text.Json.Nodes;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>A checkpoint only grows: what one response recorded is in the next one, and says the same (protocol section 6).</summary>
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
                    Invariants.Require(after?.GetValue<long>() >= before!.GetValue<long>(), "the count of events went back");
                    break;
                case "agnt5:order" or "agnt5:now":
                case var _ when key.StartsWith("agnt5:failed:", StringComparison.Ordinal):
                    // The failure that ended an attempt of the run is taken out again.
                    Invariants.Require(hasFailed || BeginsWith(after, before!), $"'{key}' was {before!.ToJsonString()} and became {after?.ToJsonString()}");
                    break;
                case var _ when key.StartsWith("agnt5:retry:", StringComparison.Ordinal):
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
            Invariants.Require(count <= (key.StartsWith("agnt5:failed:", StringComparison.Ordinal) ? recorded!.AsArray().Count : 1), $"'{key}' is in the order {count} times");
        }
    }

    private static bool BeginsWith(JsonNode? after, JsonNode before) =>
        after is JsonArray list && before.AsArray().Select(static entry => entry!.ToJsonString()).SequenceEqual(list.Take(before.AsArray().Count).Select(static entry => entry!.ToJsonString()));
}
