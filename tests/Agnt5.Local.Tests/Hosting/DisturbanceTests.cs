using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Hosting;

/// <summary>What operators and clocks do while runs are under way.</summary>
public sealed class DisturbanceTests
{
    private const string Second = "dep_2";

    private static readonly DeclaredPolicy OneAtATime = new(FlowKind.Concurrency, null, null, null, 1, 0);

    [Fact]
    public async Task Runs_that_wait_for_a_key_during_a_rollback_go_on_where_they_were_accepted()
    {
        await using var played = await StartAsync(OneAtATime);
        await ActivateSecondAsync(played);
        var first = Hold(played);
        var holder = await played.SubmitAsync();
        var waiting = await played.SubmitAsync();

        await played.Engine.RollbackAsync("production");
        var after = await played.SubmitAsync();
        first.SetResult(ScriptedEndpoint.Completed("1"));
        await played.RestAsync();

        Assert.Equal([Second, Second, PlayedEngine.DeploymentId], ((string[])[holder, waiting, after]).Select(runId => played.Engine.GetRun(runId).Spec.DeploymentId));
        Assert.All((string[])[holder, waiting, after], runId => Assert.Equal(RunPhase.Completed, played.PhaseOf(runId)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deployment_that_is_disabled_amid_slices_takes_what_comes_back_and_sends_no_more(bool isRestarted)
    {
        await using var played = await StartAsync(OneAtATime);
        var first = Hold(played);
        var runId = await played.SubmitAsync();

        await played.Engine.DisableAsync(PlayedEngine.DeploymentId, "It loses orders.");
        first.SetResult(ScriptedEndpoint.Suspended(new BudgetPause("budget")));
        await played.RestAsync();
        if (isRestarted)
            await played.RestartAsync();
        await played.RestAsync();
        Assert.Single(played.Endpoint.Bodies);
        Assert.Equal(RunPhase.Running, played.PhaseOf(runId));

        await played.Engine.EnableAsync(PlayedEngine.DeploymentId);
        await played.RestAsync();
        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
        Assert.Contains("\"checkpoint\":{\"steps\":{\"a\":1}}", played.Endpoint.Bodies[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_run_that_is_cancelled_is_not_sent_when_its_deployment_is_enabled()
    {
        await using var played = await StartAsync(OneAtATime);
        var first = Hold(played);
        var runId = await played.SubmitAsync();
        await played.Engine.DisableAsync(PlayedEngine.DeploymentId, "It loses orders.");
        first.SetResult(ScriptedEndpoint.Suspended(new BudgetPause("budget")));
        await played.RestAsync();

        await played.Engine.CancelAsync(runId);
        await played.Engine.EnableAsync(PlayedEngine.DeploymentId);
        await played.RestAsync();

        Assert.Single(played.Endpoint.Bodies);
        Assert.Equal(RunPhase.Cancelled, played.PhaseOf(runId));
    }

    [Fact]
    public async Task A_release_that_is_activated_while_a_debounce_window_is_open_takes_the_runs_place_with_its_own()
    {
        await using var played = await StartAsync(new DeclaredPolicy(FlowKind.Debounce, null, null, null, 1, 60_000));
        var early = await played.SubmitAsync();
        await ActivateSecondAsync(played);
        var late = await played.SubmitAsync();

        await played.GoToNextTimeAsync();

        Assert.Equal((RunPhase.Cancelled, RunErrorCodes.Debounced), (played.PhaseOf(early), played.Engine.GetRun(early).Outcome?.ErrorCode));
        Assert.Equal((RunPhase.Completed, Second), (played.PhaseOf(late), played.Engine.GetRun(late).Spec.DeploymentId));
    }

    [Fact]
    public async Task A_clock_that_jumps_back_by_hours_keeps_no_run_waiting_for_longer_than_it_says()
    {
        await using var played = await StartAsync(new DeclaredPolicy(FlowKind.Throttle, null, null, null, 1, 60_000));
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 30_000, "nap")), ScriptedEndpoint.Completed("1"));
        string[] runs = [await played.SubmitAsync(), await played.SubmitAsync(), await played.SubmitAsync()];
        await played.RestAsync();

        played.Time.SetBack(TimeSpan.FromHours(5));
        for (var minute = 0; minute < 6 * 60; minute++)
        {
            played.Time.Advance(TimeSpan.FromMinutes(1));
            await played.RestAsync();
        }

        Assert.All(runs, runId => Assert.Equal(RunPhase.Completed, played.PhaseOf(runId)));
        Assert.Null(played.Engine.NextDueMs);
    }

    private static Task<PlayedEngine> StartAsync(DeclaredPolicy policy) => PlayedEngine.StartAsync(null, null, new ComponentSpec { Type = "workflow", Name = "ship_order", Policies = [policy] });

    private static Task ActivateSecondAsync(PlayedEngine played) => played.Engine.AddAsync(
        played.Engine.FindDeployment(PlayedEngine.DeploymentId)! with { DeploymentId = Second, ImmutableRef = "2" }, played.Endpoint);

    /// <summary>Lets the endpoint hold the first invoke until it is given a result. All others complete at once.</summary>
    private static TaskCompletionSource<InvokeResult> Hold(PlayedEngine played)
    {
        var first = new TaskCompletionSource<InvokeResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        played.Endpoint.Answer = (_, _) => Interlocked.Increment(ref count) == 1 ? first.Task : Task.FromResult(ScriptedEndpoint.Completed("1"));
        return first;
    }
}
