using System.Text;
using System.Text.Json.Nodes;

namespace Agnt5.Durability.Tests.Platform;

/// <summary>
/// Plays AGNT5 for one run, against an endpoint: invokes, keeps the checkpoint of each response, waits for what the run waits for, and invokes again until there is an outcome.
/// After each response the invariants of the protocol's section 6 are checked.
/// </summary>
internal sealed class Platform
{
    private const string RunId = "run_1";
    private const int MostSlices = 200;

    /// <summary>How long a slice may run, as a rule.</summary>
    public const int BudgetMs = 60_000;

    private readonly StringBuilder _transcript = new();
    private readonly VirtualClock _clock = new();
    private readonly Journal _journal = new();
    private readonly Scenario _scenario;
    private readonly Schedule _schedule;
    private readonly Cut _cut;
    private readonly Habits? _habits;
    private readonly bool _keepsFailed;
    private readonly World _world;
    private readonly WakeUps _wakeUps;
    private readonly SliceSimulation _slices;
    private readonly Invariants _invariants;

    private Platform(Scenario scenario, Schedule schedule, Cut cut, bool isOdd, bool keepsFailed, Func<World, VirtualClock, IPlayedEndpoint> reach)
    {
        (_scenario, _schedule, _cut, _keepsFailed) = (scenario, schedule, cut, keepsFailed);
        _habits = isOdd ? new Habits(scenario, schedule, _journal) : null;
        _world = new World(scenario);
        _wakeUps = new WakeUps(scenario, _clock);
        _slices = new SliceSimulation(reach(_world, _clock), _world, _clock, schedule, cut);
        _invariants = new Invariants(scenario, _world, _journal);
    }

    /// <summary>Runs a scenario to its outcome.</summary>
    /// <param name="scenario">What runs.</param>
    /// <param name="schedule">In which order its steps finish.</param>
    /// <param name="cut">Where it is cut.</param>
    /// <param name="isOdd">Whether the platform does all that it may do, see <see cref="Habits"/>.</param>
    /// <param name="keepsFailed">Whether it keeps what a failed response records; else a retry begins where the failed attempt began.</param>
    /// <param name="reach">Finds the endpoint, given the world and the clock of the run; by default the one of this process.</param>
    /// <exception cref="BrokenRunException">Something was lost, or happened twice. The message has the transcript.</exception>
    public static RunResult Run(
        Scenario scenario, Schedule schedule, Cut cut, bool isOdd = false, bool keepsFailed = true, Func<World, VirtualClock, IPlayedEndpoint>? reach = null)
    {
        var platform = new Platform(scenario, schedule, cut, isOdd, keepsFailed, reach ?? InThisProcess);
        try
        {
            return platform.Run();
        }
        catch (Exception exception)
        {
            throw new BrokenRunException(scenario, schedule, cut, platform._transcript.ToString(), exception);
        }
    }

    private static InProcessEndpoint InThisProcess(World world, VirtualClock clock) => new(world, clock);

    private RunResult Run()
    {
        var responses = 0;
        while (_journal.Outcome is null)
        {
            if (responses >= MostSlices)
                throw new InvalidOperationException($"The run has no outcome after {MostSlices} responses.");

            var response = Invoke();
            if (_cut == new Cut(CutKind.LoseResponse, responses++) && response is not null)
            {
                _world.Lose();
                response = null;
            }

            if (response is null)
            {
                Say("this response reached nobody");
                continue;
            }

            if (!_keepsFailed && Journal.StatusOf(response) == "failed" && !Journal.IsOutcome(response))
            {
                _world.Drop();
                _journal.ForgetFailed();
                _invariants.BeginAttempt();
                continue;
            }

            _invariants.Check(response);
            _journal.Accept(response);
            GoOnAfter(response);
        }

        _invariants.CheckOutcome();
        return new RunResult(OutcomeText(), [.. _invariants.Told, .. _invariants.Lifecycle], _slices.StepsLetThrough, responses, _transcript.ToString());
    }

    private JsonObject? Invoke()
    {
        _clock.Skew = _habits?.SkewOf(_world.Slice) ?? TimeSpan.Zero;
        var deadlineMs = _clock.TrueMs + (_habits is null ? BudgetMs : _habits.BudgetMsOf(_world.Slice));
        var request = Request(deadlineMs ?? 0);
        Say($"→ {request.ToJsonString()}");
        // A deadline that this machine's clock has passed already cuts nothing off.
        var cutsOffAtMs = deadlineMs - (long)_clock.Skew.TotalMilliseconds;
        var response = _slices.Run(request, cutsOffAtMs > _clock.TrueMs ? cutsOffAtMs : null);
        Say($"  steps: {string.Join(", ", _world.OfThisSlice.Select(static execution => $"{execution} {execution.End}"))}");
        Say($"  path: {string.Join(" | ", _world.Trace)}");
        if (response is not null)
            Say($"← {response.ToJsonString()}");
        return response;
    }

    private JsonObject Request(long deadlineMs) => new()
    {
        ["protocol_version"] = "workerless.v1",
        ["run_id"] = RunId,
        ["component_type"] = _scenario.Message is null ? "workflow" : "agent",
        ["component_name"] = _scenario.Workflow,
        ["attempt"] = _journal.Attempt,
        ["input"] = _scenario.Message ?? JsonNode.Parse(_scenario.Input),
        ["metadata"] = new JsonObject((_habits?.MetadataOf(_world.Slice, _journal.WokenBy) ?? _journal.WokenBy).Select(static entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
        ["checkpoint"] = _journal.Checkpoint?.DeepClone(),
        ["budget"] = new JsonObject { ["deadline_ms"] = deadlineMs, ["yield_before_timeout_ms"] = SliceSimulation.YieldBeforeMs },
    };

    private void GoOnAfter(JsonObject response)
    {
        if (Journal.StatusOf(response) != "suspended")
            _journal.WakeBy([]);
        else if (_habits is null || !_habits.WakesForNothing(_world.Slice))
            _journal.WakeBy(_wakeUps.WaitFor(response));
        else
            _journal.WakeBy([]);
    }

    private string OutcomeText()
    {
        var outcome = _journal.Outcome!;
        return new JsonObject { ["status"] = outcome["status"]!.DeepClone(), ["output"] = outcome["output"]?.DeepClone(), ["error"] = outcome["error"]?.DeepClone() }.ToJsonString();
    }

    private void Say(string line) => _transcript.AppendLine(line);
}
