using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>Checks what must hold after every response, at every cut of the run.</summary>
internal sealed class Invariants(Scenario scenario, World world, Journal journal)
{
    private readonly Checkpoints _checkpoints = new(journal);
    private readonly Waits _waits = new(scenario, journal);
    private List<string> _path = [];

    /// <summary>The events of the workflow's own code, in the order in which they went out.</summary>
    public IReadOnlyList<string> Told => [.. journal.Events.Where(static emitted => TypeOf(emitted) == "told").Select(DataOf)];

    /// <summary>The events of agents, without what depends on the clock.</summary>
    public IReadOnlyList<string> Lifecycle => [.. journal.Events.Where(IsLifecycle).Select(static emitted => $"{TypeOf(emitted)} {WithoutTimes(emitted)}")];

    /// <summary>Checks a response before the journal takes it in.</summary>
    public void Check(JsonObject response)
    {
        var steps = response["checkpoint"]?["steps"]?.AsObject() ?? [];
        // The records of an agent's turn are gone with it.
        if (Journal.StatusOf(response) == "completed")
            steps = new JsonObject(
                [.. steps.Select(Copy), .. journal.Steps.Where(step => IsOfTurn(step.Key) && !steps.ContainsKey(step.Key))
                .Select(Copy), .. FinishedInTurns(steps).Select(static key => KeyValuePair.Create(key, (JsonNode?)null))]);
        CheckExecutions(steps);
        CheckFailures(response, steps);
        _checkpoints.Check(response, steps);
        _waits.Check(response, steps);
        CheckPath(response, steps);
        Require(world.Violations.Count == 0, string.Join("; ", world.Violations));
        foreach (var (step, by) in scenario.Compensations.Select(static pair => (pair.Step, pair.By)))
            Require(!steps.ContainsKey(step) || !steps.ContainsKey(by), $"'{by}' stands beside '{step}', which it compensates");
    }

    /// <summary>Checks what only the end of a run can show.</summary>
    public void CheckOutcome()
    {
        Require(!journal.Steps.Any(static step => step.Key.StartsWith("agnt5:agent:", StringComparison.Ordinal)), "the records of a turn outlive it");
        // A failing attempt of the run emits its failure, and the next attempt may emit it again.
        var lifecycle = Lifecycle.Where(static one => !one.StartsWith("agent.failed", StringComparison.Ordinal)).ToList();
        Require(journal.Attempt > 0 || lifecycle.Distinct().Count() == lifecycle.Count, $"an event of an agent went out twice: {string.Join("; ", lifecycle)}");
        var fromSteps = journal.Events.Where(static emitted => TypeOf(emitted) != "told" && !IsLifecycle(emitted)).Select(static emitted => $"{TypeOf(emitted)} {DataOf(emitted)}").ToList();
        Require(fromSteps.Distinct().Count() == fromSteps.Count, $"an event of a step went out twice: {string.Join(", ", fromSteps)}");
        var expected = world.History.SelectMany(EventsOf).ToList();
        Require(fromSteps.Order().SequenceEqual(expected.Order()), $"of the steps' events [{string.Join(", ", expected)}] went out [{string.Join(", ", fromSteps)}]");

        var told = Told;
        // A failing attempt of the run emits its events, and so does the next attempt.
        Require(told.CountBy(static one => one).All(one => one.Value <= 1 + journal.Attempt), $"an event of the workflow went out twice: {string.Join(", ", told)}");
        // The last path is the whole path. The events of a failed attempt stay.
        var ofPath = _path.Where(static note => note.StartsWith("told ", StringComparison.Ordinal)).Select(static note => note["told ".Length..]).ToList();
        var next = 0;
        foreach (var one in told)
            next += next < ofPath.Count && ofPath[next] == one ? 1 : 0;
        Require(next == ofPath.Count, $"an event of the workflow was lost: of [{string.Join(", ", ofPath)}] went out [{string.Join(", ", told)}]");
        Require(journal.Attempt > 0 || told.Count == ofPath.Count, "an event went out that is not on the workflow's path");
    }

    /// <summary>A body that finished emits all of its events, a body that failed those before the failure, and a body that was cut none, because it runs again.</summary>
    private static IEnumerable<string> EventsOf(Execution execution) => execution switch
    {
        // A model has no context to emit with.
        { IsAbandoned: true } => [],
        _ when execution.Step.Contains(":model:", StringComparison.Ordinal) => [],
        { End: ExecutionEnd.Finished } => [$"began {execution}", $"ended {execution}"],
        { End: ExecutionEnd.Threw } => [$"began {execution}"],
        _ => [],
    };

    /// <summary>A body that finished is recorded, and no recorded body runs.</summary>
    private void CheckExecutions(JsonObject steps)
    {
        foreach (var execution in world.OfThisSlice)
        {
            Require(!journal.Steps.ContainsKey(execution.Step), $"'{execution.Step}' ran again although it is recorded");
            Require(execution is not { End: ExecutionEnd.Finished, IsAbandoned: false } || steps.ContainsKey(execution.Step), $"'{execution.Step}' finished and is not recorded");
        }

        foreach (var ran in world.History.Where(static execution => execution is { End: ExecutionEnd.Finished, IsAbandoned: false }).CountBy(static execution => execution.Step))
            Require(ran.Value == 1, $"'{ran.Key}' finished {ran.Value} times");
        foreach (var key in steps.Select(static step => step.Key).Where(static key => key.StartsWith("do_", StringComparison.Ordinal)))
            Require(world.History.Any(execution => execution.Step == key && execution is { End: ExecutionEnd.Finished, IsAbandoned: false }), $"'{key}' is recorded and never finished");
    }

    /// <summary>The workflow sees a failure when the step's attempts are used up, and not before.</summary>
    private void CheckFailures(JsonObject response, JsonObject steps)
    {
        foreach (var (key, attempts) in scenario.Attempts)
        {
            var heardOf = steps[$"agnt5:failed:{key}"]?.AsArray().Count ?? 0;
            if (Journal.StatusOf(response) == "failed" && response["error"]!["message"]!.GetValue<string>().StartsWith(key, StringComparison.Ordinal))
                heardOf++;
            Require(heardOf * attempts <= world.FailuresOf(key), $"'{key}' failed although {attempts} attempts were allowed and {world.FailuresOf(key)} made");
        }
    }

    /// <summary>The workflow's code repeats the path of the slice before, and then goes further.</summary>
    private void CheckPath(JsonObject response, JsonObject steps)
    {
        var path = world.Trace.ToList();
        // An explicit yield may end a slice earlier on the path than the slice before.
        var hasYielded = response["budget"] is not null;
        var length = hasYielded ? Math.Min(path.Count, _path.Count) : _path.Count;
        Require(
            path.Take(length).SequenceEqual(_path.Take(length)),
            $"a replay took another path: after [{string.Join(" | ", _path)}] came [{string.Join(" | ", path)}]");
        if (hasYielded && path.Count < _path.Count)
            return;

        // A failure that ended an attempt of the run is not recorded, so from there on the next attempt may take another path.
        var ended = world.History.Where(execution => execution.End == ExecutionEnd.Threw && !steps.ContainsKey(execution.Step)).Select(static execution => execution.TracePosition);
        _path = Journal.StatusOf(response) == "failed" && !Journal.IsOutcome(response) ? path[..ended.Append(path.Count).Min()] : path;
    }

    /// <summary>A new attempt of the run begins at the current checkpoint. It may take another path from the first failure on that it tries again.</summary>
    public void BeginAttempt()
    {
        var triedAgain = journal.Steps.Where(static step => Checkpoints.IsFailures(step.Key) && step.Value!.AsArray().Any(static failure => failure!["attempt"] is not null))
            .Select(static step => step.Key);
        var from = world.History.Where(execution => execution.End == ExecutionEnd.Threw && triedAgain.Contains($"agnt5:failed:{execution.Step}")).Select(static execution => execution.TracePosition);
        _path = _path[..from.Append(_path.Count).Min()];
    }

    private static bool IsLifecycle(JsonObject emitted) => TypeOf(emitted).Split('.')[0] is "agent" or "lm" or "tool_call" or "session";

    private static string WithoutTimes(JsonObject emitted)
    {
        var data = emitted["data"]!.DeepClone().AsObject();
        data.Remove("duration_ms");
        return data.ToJsonString();
    }

    private bool IsOfTurn(string key) => scenario.Message is null ? key.Contains("agnt5:agent:", StringComparison.Ordinal)
        || key.Contains("agnt5%3Aagent%3A", StringComparison.Ordinal) : key.StartsWith("agnt5:", StringComparison.Ordinal);

    private IEnumerable<string> FinishedInTurns(JsonObject steps) => world.OfThisSlice
        .Where(static execution => execution is { End: ExecutionEnd.Finished, IsAbandoned: false })
        .Select(static execution => execution.Step)
        .Where(step => IsOfTurn(step) && !steps.ContainsKey(step) && !journal.Steps.ContainsKey(step));

    private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> step) => KeyValuePair.Create(step.Key, step.Value?.DeepClone());

    internal static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }

    private static string TypeOf(JsonObject emitted) => emitted["event_type"]!.GetValue<string>();

    private static string DataOf(JsonObject emitted) => emitted["data"]!.GetValueKind() == JsonValueKind.String ? emitted["data"]!.GetValue<string>() : emitted["data"]!.ToJsonString();
}
