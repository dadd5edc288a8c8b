using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Tests.Hosting;

public sealed class FaultTests
{
    private static readonly ComponentSpec OneAtATime = new() { Type = "workflow", Name = "ship_order", Policies = [new(FlowKind.Concurrency, null, null, null, 1, 0)] };

    [Fact]
    public async Task A_state_that_cannot_be_read_leaves_no_run_waiting_for_ever()
    {
        var isBroken = false;
        var store = FaultyStore.Create(member => ThrowIf(member == nameof(IEngineStore.FindKey) && Interlocked.Exchange(ref isBroken, false)));
        await using var played = await PlayedEngine.StartAsync(null, store, OneAtATime);
        played.Endpoint.Answer = static async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return ScriptedEndpoint.Completed("1");
        };
        string[] runs = [await played.SubmitAsync(), await played.SubmitAsync()];
        played.Endpoint.Answer = static (_, _) => Task.FromResult(ScriptedEndpoint.Completed("1"));
        isBroken = true;

        // The first run is done, and the key that it leaves cannot be read.
        await played.RestartAsync();
        await played.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
        played.Time.AdvanceMs(1_000);
        await played.RestAsync();

        Assert.All(runs, runId => Assert.Equal(RunPhase.Completed, played.PhaseOf(runId)));
    }

    [Fact]
    public async Task A_call_is_not_refused_for_what_was_never_written()
    {
        using var gate = new StoreGate();
        await using var played = await PlayedEngine.StartAsync(store: gate.Store);
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        var before = gate.CloseAt(() => played.Engine.SubmitAsync(PlayedEngine.Request()));
        var cancelled = played.Engine.CancelAsync(runId);
        var again = played.Engine.CancelAsync(runId);
        gate.FailNext();
        gate.Open();
        await before;

        Assert.Equal(EngineErrorCodes.StoreFailed, (await Assert.ThrowsAsync<EngineException>(() => cancelled)).Code);
        Assert.Equal(EngineErrorCodes.StoreFailed, (await Assert.ThrowsAsync<EngineException>(() => again)).Code);
        Assert.Equal(RunPhase.Paused, played.PhaseOf(runId));
    }

    [Fact]
    public async Task A_store_that_cannot_say_what_is_due_is_asked_again_in_a_second()
    {
        var (isBroken, asked) = (false, 0);
        var store = FaultyStore.Create(member =>
        {
            asked += member == nameof(IEngineStore.Due) ? 1 : 0;
            ThrowIf(member == nameof(IEngineStore.Due) && isBroken);
        });
        await using var played = await PlayedEngine.StartAsync(store: store);
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 1_000, "nap")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        (isBroken, asked) = (true, 0);
        await played.GoToNextTimeAsync();
        Assert.InRange(asked, 1, 3);
        isBroken = false;
        played.Time.AdvanceMs(1_000);
        await played.RestAsync();

        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    [Fact]
    public async Task A_schedule_that_comes_while_another_is_due_is_kept()
    {
        using var gate = new StoreGate();
        await using var played = await PlayedEngine.StartAsync(null, gate.Store, new ComponentSpec { Type = "workflow", Name = "ship_order", Cron = "*/5 * * * *" });
        await played.RestAsync();
        var release = played.Engine.FindDeployment(PlayedEngine.DeploymentId)! with
        {
            DeploymentId = "dep_2",
            ImmutableRef = "2",
            Components = [new() { Type = "workflow", Name = "bill_order", Cron = "*/3 * * * *" }],
        };

        var before = gate.CloseAt(() => played.Engine.SubmitAsync(PlayedEngine.Request()));
        var added = played.Engine.AddAsync(release, played.Endpoint);
        played.Time.AdvanceMs(played.Engine.NextDueMs!.Value - played.Time.NowMs);
        gate.Open();
        await Task.WhenAll(before, added);
        await played.RestAsync();
        played.Time.Advance(TimeSpan.FromMinutes(4));
        await played.RestAsync();

        Assert.Contains(played.Engine.ListRuns(new()), static run => run.Spec.ComponentName == "bill_order");
    }

    [Fact]
    public async Task Who_waits_for_a_run_is_told_that_the_engine_stops()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")));
        var runId = await played.SubmitAsync();
        await played.RestAsync();
        var waiting = played.Engine.WaitAsync(runId, RunStop.Ended);
        var watching = Task.Run(async () =>
        {
            await foreach (var entry in played.Engine.WatchJournalAsync(runId))
                Assert.NotEqual("run.completed", entry.EventType);
        });

        await played.Engine.DisposeAsync();

        Assert.Equal(EngineErrorCodes.Stopped, (await Assert.ThrowsAsync<EngineException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30)))).Code);
        Assert.Equal(EngineErrorCodes.Stopped, (await Assert.ThrowsAsync<EngineException>(() => watching.WaitAsync(TimeSpan.FromSeconds(30)))).Code);
        Assert.Equal(EngineErrorCodes.Stopped, (await Assert.ThrowsAsync<EngineException>(() => played.Engine.WaitAsync(runId, RunStop.Ended))).Code);
    }

    private static void ThrowIf(bool isBroken)
    {
        if (isBroken)
            throw new IOException("The disk is gone.");
    }
}
