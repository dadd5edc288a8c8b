using System.Text;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Tests.Hosting;

public sealed class RefusedWorkTests
{
    private const string Bad = "\"bad\"";

    private static readonly ComponentSpec OneAtATime = new() { Type = "workflow", Name = "ship_order", Policies = [new(FlowKind.Concurrency, null, null, null, 1, 0)] };

    [Fact]
    public async Task A_call_that_the_store_refuses_fails_alone_and_with_its_reason()
    {
        using var gate = new StoreGate { Refuses = static changes => changes.Inputs.Values.Any(IsBad) };
        await using var played = await PlayedEngine.StartAsync(store: gate.Store);

        var before = gate.CloseAt(() => played.Engine.SubmitAsync(PlayedEngine.Request()));
        AcceptedCalls calls = new(played, 7, badAt: 3);
        gate.Open();
        await before;

        var refused = await Assert.ThrowsAsync<EngineException>(() => calls.All[3]);
        Assert.Equal(EngineErrorCodes.StoreFailed, refused.Code);
        Assert.Contains("The disk is full.", refused.Message, StringComparison.Ordinal);
        foreach (var other in calls.All.Where((_, index) => index != 3))
            Assert.Equal(RunPhase.Completed, (await played.Engine.WaitAsync((await other).Run.Spec.RunId, RunStop.Ended)).Phase);
    }

    [Fact]
    public async Task An_answer_that_the_store_refuses_ends_its_run_and_no_other()
    {
        using var gate = new StoreGate { Refuses = static changes => changes.Runs.Values.Any(static run => run.Outcome is { } outcome && IsBad(outcome.Output)) };
        await using var played = await PlayedEngine.StartAsync(store: gate.Store);
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Completed(Bad), ScriptedEndpoint.Completed("1"));
        var bad = await played.SubmitAsync();

        for (var second = 0; second < 4; second++)
        {
            await played.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
            Assert.Equal(RunPhase.Completed, (await played.Engine.WaitAsync(await played.SubmitAsync(), RunStop.Ended)).Phase);
            Assert.Equal(RunPhase.Running, played.PhaseOf(bad));
            played.Time.AdvanceMs(1_000);
        }

        await played.RestAsync();
        var run = played.Engine.GetRun(bad);
        Assert.Equal((RunPhase.Failed, EngineErrorCodes.StoreFailed), (run.Phase, run.Outcome?.ErrorCode));
        Assert.Contains("The disk is full.", run.Outcome?.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("run.failed", played.EventsOf(bad)[^1]);
    }

    [Fact]
    public async Task A_run_that_cannot_be_woken_keeps_no_other_asleep()
    {
        var bad = "";
        using var gate = new StoreGate();
        gate.Refuses = changes => changes.Runs.TryGetValue(bad, out var run) && run.Phase == RunPhase.Running && run.Slice > 1;
        await using var played = await PlayedEngine.StartAsync(store: gate.Store);
        var nap = ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 60_000, "nap"));
        played.Endpoint.AnswerInOrder(nap, nap, nap, ScriptedEndpoint.Completed("1"));
        string[] runs = [await played.SubmitAsync(), await played.SubmitAsync(), await played.SubmitAsync()];
        bad = runs[0];

        await played.GoToNextTimeAsync();
        Assert.All(runs[1..], runId => Assert.Equal(RunPhase.Completed, played.PhaseOf(runId)));
        for (var second = 0; second < 5; second++)
        {
            played.Time.AdvanceMs(1_000);
            await played.RestAsync();
        }

        Assert.Equal(EngineErrorCodes.StoreFailed, played.Engine.GetRun(bad).Outcome?.ErrorCode);
        Assert.Null(played.Engine.NextDueMs);
    }

    [Fact]
    public async Task A_store_that_takes_nothing_for_a_while_costs_no_run_its_end()
    {
        var isFull = false;
        using var gate = new StoreGate();
        gate.Refuses = _ => isFull;
        await using var played = await PlayedEngine.StartAsync(store: gate.Store);
        played.Endpoint.Answer = (_, _) =>
        {
            isFull = true;
            return Task.FromResult(ScriptedEndpoint.Completed("1"));
        };
        var runId = await played.SubmitAsync();

        for (var second = 0; second < 20; second++)
        {
            await played.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
            isFull = second < 19;
            played.Time.AdvanceMs(1_000);
        }

        await played.RestAsync();
        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    [Fact]
    public async Task A_batch_whose_keys_cannot_be_read_to_the_end_leaves_no_run_behind()
    {
        var reads = 0;
        var store = FaultyStore.Create(member =>
        {
            if (member == nameof(IEngineStore.FindAccepted) && ++reads % 2 == 0)
                throw new IOException("The disk is gone.");
        });
        await using var played = await PlayedEngine.StartAsync(store: store);

        var batch = played.Engine.SubmitBatchAsync([PlayedEngine.Request() with { IdempotencyKey = "1" }, PlayedEngine.Request() with { IdempotencyKey = "2" }]);

        Assert.Equal(EngineErrorCodes.StoreFailed, (await Assert.ThrowsAsync<EngineException>(() => batch)).Code);
        Assert.Empty(played.Engine.ListRuns(new()));
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_fails_its_caller_alone()
    {
        var isBroken = false;
        var (held, closed) = (new ManualResetEventSlim(), new ManualResetEventSlim(initialState: true));
        var store = FaultyStore.Create((member, given) =>
        {
            if (member == nameof(IEngineStore.Commit))
            {
                held.Set();
                closed.Wait();
            }

            if (member == nameof(IEngineStore.FindAccepted) && isBroken && ((IdempotencyKey)given[0]!).Value == "unreadable")
                throw new IOException("The disk is gone.");
        });
        await using var played = await PlayedEngine.StartAsync(store: store);
        await played.RestAsync();
        held.Reset();
        closed.Reset();
        var before = played.SubmitAsync();
        held.Wait();
        isBroken = true;

        var good = played.SubmitAsync();
        var bad = played.SubmitAsync(PlayedEngine.Request() with { IdempotencyKey = "unreadable" });
        var last = played.SubmitAsync();
        closed.Set();

        Assert.Equal(EngineErrorCodes.StoreFailed, (await Assert.ThrowsAsync<EngineException>(() => bad)).Code);
        string[] others = [await before, await good, await last];
        await played.RestAsync();
        Assert.All(others, runId => Assert.Equal(RunPhase.Completed, played.PhaseOf(runId)));
        Assert.Equal(3, played.Engine.ListRuns(new()).Count);
    }

    [Fact]
    public async Task A_run_whose_key_cannot_be_read_when_it_ends_leaves_the_key_later()
    {
        var isBroken = false;
        var store = FaultyStore.Create(member =>
        {
            if (member == nameof(IEngineStore.FindKey) && Interlocked.Exchange(ref isBroken, false))
                throw new IOException("The disk is gone.");
        });
        await using var played = await PlayedEngine.StartAsync(null, store, OneAtATime);
        played.Endpoint.Answer = static async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return ScriptedEndpoint.Completed("1");
        };
        string[] runs = [await played.SubmitAsync(), await played.SubmitAsync()];
        played.Endpoint.Answer = static (_, _) => Task.FromResult(ScriptedEndpoint.Completed("1"));
        isBroken = true;

        await played.RestartAsync();
        await played.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
        played.Time.AdvanceMs(1_000);
        await played.RestAsync();

        Assert.All(runs, runId => Assert.Equal(RunPhase.Completed, played.PhaseOf(runId)));
    }

    [Fact]
    public async Task A_schedule_that_comes_while_another_is_due_is_kept_once_both_can_be_written()
    {
        using var gate = new StoreGate();
        await using var played = await PlayedEngine.StartAsync(null, gate.Store, new ComponentSpec { Type = "workflow", Name = "ship_order", Cron = "*/5 * * * *" });
        await played.RestAsync();
        var release = Release(played);
        var isFull = true;
        gate.Refuses = changes => isFull && changes.Schedules.Count > 0;

        var refused = played.Engine.AddAsync(release, played.Endpoint);
        Assert.Equal(EngineErrorCodes.StoreFailed, (await Assert.ThrowsAsync<EngineException>(() => refused)).Code);
        played.Time.Advance(TimeSpan.FromMinutes(4));
        await played.RestAsync();
        Assert.DoesNotContain(played.Engine.ListRuns(new()), static run => run.Spec.ComponentName == "bill_order");

        isFull = false;
        await played.Engine.AddAsync(release, played.Endpoint);
        played.Time.Advance(TimeSpan.FromMinutes(4));
        await played.RestAsync();
        Assert.Contains(played.Engine.ListRuns(new()), static run => run.Spec.ComponentName == "bill_order");
    }

    [Fact]
    public async Task A_schedule_that_comes_while_another_is_due_is_kept()
    {
        using var gate = new StoreGate();
        await using var played = await PlayedEngine.StartAsync(null, gate.Store, new ComponentSpec { Type = "workflow", Name = "ship_order", Cron = "*/5 * * * *" });
        await played.RestAsync();

        var before = gate.CloseAt(() => played.Engine.SubmitAsync(PlayedEngine.Request()));
        var added = played.Engine.AddAsync(Release(played), played.Endpoint);
        played.Time.AdvanceMs(played.Engine.NextDueMs!.Value - played.Time.NowMs);
        gate.Open();
        await Task.WhenAll(before, added);
        await played.RestAsync();
        played.Time.Advance(TimeSpan.FromMinutes(4));
        await played.RestAsync();

        Assert.Contains(played.Engine.ListRuns(new()), static run => run.Spec.ComponentName == "bill_order");
    }

    private static DeploymentState Release(PlayedEngine played) => played.Engine.FindDeployment(PlayedEngine.DeploymentId)! with
    {
        DeploymentId = "dep_2",
        ImmutableRef = "2",
        Components = [new() { Type = "workflow", Name = "bill_order", Cron = "*/3 * * * *" }],
    };

    private static bool IsBad(ReadOnlyMemory<byte> json) => json.Span.SequenceEqual(Encoding.UTF8.GetBytes(Bad));

    /// <summary>Runs that are asked for while a commit is held, so that they share the next transaction.</summary>
    private sealed class AcceptedCalls(PlayedEngine played, int count, int badAt)
    {
        public Task<AcceptedRun>[] All { get; } =
            [.. Enumerable.Range(0, count).Select(index => played.Engine.SubmitAsync(PlayedEngine.Request(input: index == badAt ? Bad : "{}")))];
    }
}
