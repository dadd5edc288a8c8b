using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Tests.Hosting;

public sealed class SurvivalTests
{
    [Fact]
    public async Task A_slice_that_was_on_its_way_is_sent_again_after_a_restart()
    {
        await using var played = await PlayedEngine.StartAsync();
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        played.Endpoint.Answer = async (_, cancellationToken) =>
        {
            sent.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return ScriptedEndpoint.Completed("1");
        };
        var runId = await played.SubmitAsync();
        await sent.Task;

        played.Endpoint.Answer = static (_, _) => Task.FromResult(ScriptedEndpoint.Completed("2"));
        await played.RestartAsync();
        var run = await played.Engine.WaitAsync(runId, RunStop.Ended);

        Assert.Equal(RunPhase.Completed, run.Phase);
        Assert.Equal(2, played.Endpoint.Bodies.Count);
    }

    [Fact]
    public async Task A_sleep_that_was_over_while_nobody_was_there_ends_at_the_next_start()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 1_000, "nap")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        await played.Engine.DisposeAsync();
        played.Time.AdvanceMs(60_000);
        await played.RestartAsync();
        await played.RestAsync();

        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    [Fact]
    public async Task A_disabled_deployment_starts_nothing_and_its_runs_go_on_when_it_is_enabled()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        await played.Engine.DisableAsync(PlayedEngine.DeploymentId, "It is on fire.");
        await played.Engine.SignalAsync(runId, "paid", default);
        await played.RestAsync();
        Assert.Equal(RunPhase.Running, played.PhaseOf(runId));
        Assert.Single(played.Endpoint.Bodies);
        var refused = await Assert.ThrowsAsync<EngineException>(() => played.SubmitAsync());
        Assert.Equal((EngineErrorKind.Conflict, "DEPLOYMENT_DISABLED"), (refused.Kind, refused.Code));

        await played.Engine.EnableAsync(PlayedEngine.DeploymentId);
        await played.RestAsync();
        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    [Fact]
    public async Task Closed_gates_hold_all_runs_also_over_a_restart()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 1_000, "nap")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        await played.Engine.SetGatesAsync(new(GlobalReason: "Moving house."));
        await played.RestartAsync();
        await played.GoToNextTimeAsync();
        Assert.Equal(RunPhase.Running, played.PhaseOf(runId));

        await played.Engine.SetGatesAsync(new());
        await played.RestAsync();
        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    [Fact]
    public async Task An_error_in_the_engine_ends_one_run_and_no_other()
    {
        string? broken = null;
        var machines = EngineMachines.Real with
        {
            Run = (run, happening) => run.Spec.RunId == broken && happening is SliceAnswered ? throw new InvalidOperationException("A bug.") : RunMachine.Apply(run, happening),
        };
        await using var played = await PlayedEngine.StartAsync(
            new EngineSettings { Machines = machines },
            store: null,
            new ComponentSpec { Type = "workflow", Name = "ship_order", Policies = [new(FlowKind.Concurrency, null, null, null, 1, 0)] });
        var isBroken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        played.Endpoint.Answer = async (_, _) =>
        {
            await isBroken.Task;
            return ScriptedEndpoint.Completed("1");
        };

        // The first has the key, and the others wait for it.
        var runs = await played.Engine.SubmitBatchAsync([PlayedEngine.Request(), PlayedEngine.Request(), PlayedEngine.Request()]);
        broken = runs.RunIds[1];
        isBroken.SetResult();
        await played.RestAsync();

        Assert.Equal([RunPhase.Completed, RunPhase.Failed, RunPhase.Completed], runs.RunIds.Select(played.PhaseOf));
        Assert.Equal(EngineErrorCodes.Bug, played.Engine.GetRun(broken).Outcome!.ErrorCode);
        Assert.Equal("run.failed", played.EventsOf(broken)[^1]);
    }

    [Fact]
    public async Task A_run_whose_machine_does_not_heed_the_time_does_not_keep_the_engine_busy()
    {
        var machines = EngineMachines.Real with { Run = static (run, happening) => happening is TimeReached ? new(run, []) : RunMachine.Apply(run, happening) };
        await using var played = await PlayedEngine.StartAsync(new EngineSettings { Machines = machines });
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 1_000, "nap")));
        var runId = await played.SubmitAsync();

        await played.GoToNextTimeAsync();

        Assert.Equal(EngineErrorCodes.Bug, played.Engine.GetRun(runId).Outcome!.ErrorCode);
        Assert.Null(played.Engine.NextDueMs);
    }

    [Fact]
    public async Task An_error_while_a_run_is_accepted_is_its_callers_alone()
    {
        var machines = EngineMachines.Real with
        {
            Begin = static (spec, atMs, session) => spec.UserId == "bug" ? throw new InvalidOperationException("A bug.") : RunMachine.Begin(spec, atMs, session),
        };
        await using var played = await PlayedEngine.StartAsync(new EngineSettings { Machines = machines });

        var refused = await Assert.ThrowsAsync<EngineException>(() => played.SubmitAsync(PlayedEngine.Request() with { UserId = "bug" }));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        Assert.Equal(EngineErrorCodes.Bug, refused.Code);
        Assert.Equal(runId, Assert.Single(played.Engine.ListRuns(new())).Spec.RunId);
    }

    [Fact]
    public async Task A_connection_that_throws_is_a_lost_invoke_that_is_sent_again()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.Answer = static (_, _) => throw new InvalidOperationException("A bug.");
        var runId = await played.SubmitAsync();
        await played.RestAsync();
        Assert.Equal(RunPhase.Running, played.PhaseOf(runId));

        played.Endpoint.Answer = static (_, _) => Task.FromResult<InvokeResult>(ScriptedEndpoint.Completed("1"));
        await played.GoToNextTimeAsync();

        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
        Assert.Contains("run.invoke_lost", played.EventsOf(runId));
    }
}
