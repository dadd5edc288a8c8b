using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Storage;
using Agnt5.Local.Tests.Hosting;
using Agnt5.Local.Tests.Sqlite;

namespace Agnt5.Local.Tests.Storage;

/// <summary>An engine that does all kinds of things on both stores at once.</summary>
public sealed class AgreementTests
{
    private static readonly DeclaredPolicy[] Policies =
    [
        new(FlowKind.Concurrency, null, null, "input.account", 2, 0),
        new(FlowKind.Throttle, null, null, null, 3, 5_000),
        new(FlowKind.Singleton, null, null, "input.account", 1, 0),
        new(FlowKind.Debounce, null, null, "input.account", 1, 1_000),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_runs_do_the_file_says_what_memory_says(int seed)
    {
        var random = new Random(seed);
        using var folder = new StoreFolder();
        using var store = new ComparedStore(new MemoryStore(), folder.Open());
        await using var played = await PlayedEngine.StartAsync(
            new EngineSettings { InvokesOnWaitTimeout = random.Next(2) == 0, WakesBesideWaits = true },
            store,
            [.. Policies.Select(static (policy, number) =>
                new ComponentSpec { Type = "workflow", Name = $"work_{number}", Policies = [policy], Retries = new(3, 1_000, 9_000, BackoffKind.Linear, 2) })]);
        played.Endpoint.Answer = (_, _) => Task.FromResult(Answer(random, played.Time.NowMs));

        List<string> runs = [];
        for (var move = 0; move < 150; move++)
        {
            await MoveAsync(random, played, runs);
            await played.RestAsync();
            if (move % 50 == 49)
                await played.RestartAsync();
        }

        foreach (var runId in runs)
        {
            played.Engine.GetRun(runId);
            played.Engine.ReadInput(runId);
            played.Engine.ReadJournal(runId);
            played.Engine.ReadJournal(runId, afterSequence: random.Next(6), limit: 1 + random.Next(3));
        }

        foreach (var phase in Enum.GetValues<RunPhase>())
            played.Engine.ListRuns(new RunFilter { Phases = [phase], Limit = 5 });
        played.Engine.ListRuns(new RunFilter { ComponentName = "work_1", Phases = [RunPhase.Completed, RunPhase.Paused], Limit = 7 });
        played.Engine.ListRuns(new RunFilter { DeploymentId = PlayedEngine.DeploymentId, Limit = 1_000 });

        Assert.True(runs.Count > 20);
        Assert.Empty(store.Differences);
    }

    private static async Task MoveAsync(Random random, PlayedEngine played, List<string> runs)
    {
        var runId = runs.Count > 0 ? runs[random.Next(runs.Count)] : "run_nobody";
        try
        {
            switch (random.Next(8))
            {
                case 0:
                    await played.Engine.AnswerAsync(runId, "yes");
                    break;
                case 1:
                    await played.Engine.SignalAsync(runId, "paid", """{"sum": 7}"""u8.ToArray());
                    break;
                case 2:
                    await played.Engine.CancelAsync(runId);
                    break;
                case 3 or 4 when played.Engine.NextDueMs is not null:
                    await played.GoToNextTimeAsync();
                    break;
                default:
                    runs.Add(await played.SubmitAsync(PlayedEngine.Request($"work_{random.Next(Policies.Length)}", $$"""{"account":{{random.Next(3)}}}""") with
                    {
                        IdempotencyKey = random.Next(3) == 0 ? $"key {random.Next(5)}" : null,
                        SessionId = random.Next(2) == 0 ? "session" : null,
                        UserId = "ü \"user\"",
                        Metadata = new Dictionary<string, string> { ["origin"] = "a test" },
                    }));
                    break;
            }
        }
        catch (EngineException exception) when (exception.Kind is EngineErrorKind.Conflict or EngineErrorKind.NotFound)
        {
            // The run has ended, or there is none yet.
        }
    }

    private static InvokeResult Answer(Random random, long nowMs)
    {
        lock (random)
        {
            return random.Next(7) switch
            {
                0 => ScriptedEndpoint.Suspended(new TimerPause(nowMs + random.Next(3_000), "nap")),
                1 => ScriptedEndpoint.Suspended(new SignalPause("paid", "paid") { TimesOutAtMs = nowMs + 4_000, BesideAtMs = nowMs + 2_000 }),
                2 => ScriptedEndpoint.Suspended(new QuestionPause { PauseIndex = 0, StepName = "ask", Question = "Ship it?", InputType = "text", Options = "[]", StepEvents = "{}" }),
                3 => ScriptedEndpoint.Suspended(new BudgetPause("budget")),
                4 => ScriptedEndpoint.Failed("BROKEN", isRetryable: random.Next(2) == 0),
                _ => ScriptedEndpoint.Completed("""{"shipped":true}"""),
            };
        }
    }
}
