using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Durability.Tests.Platform;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Durability.Tests.Local;

/// <summary>
/// Runs a scenario under the local AGNT5, on a virtual clock. It plays what is not the engine's: lets steps through their gates, answers, sends signals, and moves the clock when nothing else can
/// move.
/// </summary>
internal sealed class LocalPlayer : IDisposable
{
    // The platform tries a failed run again for as long as that may help. The engine does what the component declares.
    private static readonly RetryPolicy Tries = new(100, 1_000, 1_000, BackoffKind.Constant, 1);

    private const int MostMoves = 5_000;

    private readonly Dictionary<string, long> _waitedForSinceMs = [];
    private readonly VirtualClock _clock = new();
    private readonly ThreadPoolRest _rest = new();
    private readonly Scenario _scenario;
    private readonly Schedule _schedule;
    private readonly World _world;
    private readonly LocalEngine _engine;
    private readonly string _runId;

    private LocalPlayer(Scenario scenario, Schedule schedule)
    {
        (_scenario, _schedule, _world) = (scenario, schedule, new World(scenario));
        _engine = LocalEngine.Start(new MemoryStore(), new EngineSettings { Time = _clock, InvokesOnWaitTimeout = true, WakesBesideWaits = true });
        _runId = Submit().Result;
    }

    /// <summary>Runs a scenario to its end.</summary>
    /// <returns>Status, output and error code, as JSON.</returns>
    public static string Run(Scenario scenario, Schedule schedule)
    {
        using var player = new LocalPlayer(scenario, schedule);
        return player.Run();
    }

    public void Dispose() => _engine.DisposeAsync().AsTask().Wait();

    private async Task<string> Submit()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddSingleton(_world).AddSingleton<IChatClient>(new GatedModel(_world)).BuildServiceProvider();
        var endpoint = new ServerlessEndpoint(Agnt5Components.Catalog, new ServerlessOptions { IsDevelopment = true, AllowUnsigned = true }, services);
        var connection = new WorldConnection(new InProcessConnection(endpoint, secret: null, Platform.Platform.BudgetMs, _clock), _world);
        var manifest = ManifestImport.Read(await connection.GetManifestAsync(CancellationToken.None)).Manifest!;
        await _engine.AddAsync(
            new DeploymentState
            {
                DeploymentId = "dep_1",
                Environment = RunRequest.DefaultEnvironment,
                Provider = "local",
                ImmutableRef = manifest.Hash,
                ManifestHash = manifest.Hash,
                Components = [.. manifest.Components.Select(static component => component with { Retries = Tries })],
                RequestTimeoutMs = Platform.Platform.BudgetMs,
                YieldBeforeTimeoutMs = SliceSimulation.YieldBeforeMs,
                CreatedAtMs = _clock.TrueMs,
            },
            connection);
        var request = new RunRequest
        {
            ComponentType = _scenario.Message is null ? "workflow" : "agent",
            ComponentName = _scenario.Workflow,
            Input = Encoding.UTF8.GetBytes(_scenario.Message is { } message ? JsonSerializer.Serialize(message) : _scenario.Input),
        };
        return (await _engine.SubmitAsync(request)).Run.Spec.RunId;
    }

    private string Run()
    {
        for (var move = 0; move < MostMoves; move++)
        {
            Rest();
            if (_engine.GetRun(_runId) is { HasEnded: true } ended)
                return OutcomeOf(ended);
            Move();
        }

        throw new InvalidOperationException($"{_scenario} has not ended after {MostMoves} moves: {_engine.GetRun(_runId)}");
    }

    /// <summary>Waits until neither the endpoint nor the engine, which has a thread of its own, has anything to do.</summary>
    private void Rest()
    {
        (RunPhase, int, long) before;
        do
        {
            before = Position();
            _rest.Wait();
            // A call that changes nothing comes back behind all that the engine was told before it.
            _engine.SetGatesAsync(DispatchGates.Open).Wait();
        }
        while (Position() != before);
    }

    private (RunPhase Phase, int Slice, long Sequence) Position()
    {
        var run = _engine.GetRun(_runId);
        return (run.Phase, run.Slice, run.Sequence);
    }

    private void Move()
    {
        if (_world.Waiting.FirstOrDefault(execution => execution.Slice != _world.Slice) is { } late)
            late.Finish();
        else if (_world.Waiting.Where(static execution => !execution.IsAbandoned).MinBy(execution => _schedule.RankOf(execution.Step, _world.FailuresOf(execution.Step))) is { } ready)
            End(ready);
        else if (_engine.GetRun(_runId) is { Phase: RunPhase.Paused, Pause: { } pause })
            GoOnAfter(pause);
        else if ((_engine.NextDueMs ?? _clock.NextTimerMs) is { } next)
            _clock.AdvanceTo(next);
        else
            _rest.WaitOnceMore();
    }

    private void End(Platform.Execution execution)
    {
        if (_world.IsToFail(execution.Step))
            execution.Throw($"{execution.Step} failed");
        else
            execution.Finish();
    }

    private void GoOnAfter(Pause pause)
    {
        switch (pause)
        {
            case QuestionPause question when _scenario.Answers.TryGetValue(question.PauseIndex, out var answer) && Arrives($"question {question.PauseIndex}", answer):
                _engine.AnswerAsync(_runId, answer.Text).Wait();
                break;
            case SignalPause signal when _scenario.Signals.TryGetValue($"{signal.SignalName}/{signal.WaitingStep}", out var sent) && Arrives($"signal {signal.SignalName}/{signal.WaitingStep}", sent):
                _engine.SignalAsync(_runId, signal.SignalName, AsJson(sent.Text)).Wait();
                break;
            default:
                _clock.AdvanceTo(_engine.NextDueMs ?? throw new InvalidOperationException($"The scenario has nothing for {pause}, which waits for ever."));
                break;
        }
    }

    /// <summary>Moves the clock to when a reply arrives, unless something is due before.</summary>
    private bool Arrives(string wait, Reply reply)
    {
        _waitedForSinceMs.TryAdd(wait, _clock.TrueMs);
        var arrivesAtMs = _waitedForSinceMs[wait] + (long)reply.After.TotalMilliseconds;
        if (_engine.NextDueMs < arrivesAtMs)
            return false;

        _clock.AdvanceTo(arrivesAtMs);
        return true;
    }

    // The gateway takes JSON alone: a payload that is none is sent as text.
    private static byte[] AsJson(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return Encoding.UTF8.GetBytes(payload);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToUtf8Bytes(payload);
        }
    }

    private static string OutcomeOf(RunState run) => new JsonObject
    {
        ["status"] = RunStatus.Of(run.Phase),
        ["output"] = run.Outcome!.Output.IsEmpty ? null : JsonNode.Parse(run.Outcome.Output.Span),
        ["error"] = run.Outcome.ErrorCode,
    }.ToJsonString();
}
