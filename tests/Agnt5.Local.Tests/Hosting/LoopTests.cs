using System.Text;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Tests.Hosting;

public sealed class LoopTests
{
    [Fact]
    public async Task A_run_goes_from_its_input_to_its_output()
    {
        await using var played = await PlayedEngine.StartAsync();

        var runId = await played.SubmitAsync(PlayedEngine.Request(input: """{"id":"o-1"}"""));
        var run = await played.Engine.WaitAsync(runId, RunStop.Ended);

        Assert.Equal(RunPhase.Completed, run.Phase);
        Assert.Equal("\"done\"", Encoding.UTF8.GetString(played.Engine.ReadOutput(runId).Span));
        Assert.Contains("\"input\":{\"id\":\"o-1\"}", Assert.Single(played.Endpoint.Bodies), StringComparison.Ordinal);
        Assert.Equal(["run.started", "workflow.started", "workflow.completed", "run.completed"], played.EventsOf(runId));
    }

    [Fact]
    public async Task A_sleeping_run_wakes_at_its_time_and_not_before()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 3_600_000, "nap")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        played.Time.AdvanceMs(3_599_999);
        await played.RestAsync();
        Assert.Equal(RunPhase.Paused, played.PhaseOf(runId));

        played.Time.AdvanceMs(1);
        await played.RestAsync();
        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
        Assert.Contains("\"checkpoint\":{\"steps\":{\"a\":1}}", played.Endpoint.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sleep_of_years_does_not_wake_early()
    {
        await using var played = await PlayedEngine.StartAsync();
        var wakesAtMs = played.Time.NowMs + (long)TimeSpan.FromDays(1000).TotalMilliseconds;
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(wakesAtMs, "nap")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        for (var day = 0; day < 999; day++)
        {
            played.Time.Advance(TimeSpan.FromDays(1));
            await played.RestAsync();
        }

        Assert.Equal(RunPhase.Paused, played.PhaseOf(runId));
        played.Time.Advance(TimeSpan.FromDays(1));
        await played.RestAsync();
        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    [Fact]
    public async Task A_thousand_sleepers_wake_together()
    {
        await using var played = await PlayedEngine.StartAsync();
        var wakesAtMs = played.Time.NowMs + 5_000;
        played.Endpoint.Answer = (request, _) => Task.FromResult(
            Encoding.UTF8.GetString(request.Body.Span).Contains("\"checkpoint\"", StringComparison.Ordinal)
                ? ScriptedEndpoint.Completed("1")
                : ScriptedEndpoint.Suspended(new TimerPause(wakesAtMs, "nap")));
        var runs = new List<string>();
        for (var run = 0; run < 2_500; run++)
            runs.Add(await played.SubmitAsync());

        await played.GoToNextTimeAsync();

        Assert.All(runs, runId => Assert.Equal(RunPhase.Completed, played.PhaseOf(runId)));
        Assert.Null(played.Engine.NextDueMs);
    }

    [Fact]
    public async Task A_call_too_many_is_refused_and_the_others_are_done()
    {
        using var gate = new ManualResetEventSlim();
        var isAtWork = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var machines = EngineMachines.Real with
        {
            Begin = (spec, atMs, session) =>
            {
                isAtWork.TrySetResult();
                gate.Wait();
                return RunMachine.Begin(spec, atMs, session);
            },
        };
        await using var played = await PlayedEngine.StartAsync(new EngineSettings { MaxWaitingCommands = 1, Machines = machines });
        var first = played.SubmitAsync();
        await isAtWork.Task;
        var second = played.SubmitAsync();

        var refused = await Assert.ThrowsAsync<EngineException>(() => played.SubmitAsync());
        gate.Set();
        await played.RestAsync();

        Assert.Equal((EngineErrorKind.Busy, EngineErrorCodes.Busy), (refused.Kind, refused.Code));
        Assert.Equal(RunPhase.Completed, played.PhaseOf(await first));
        Assert.Equal(RunPhase.Completed, played.PhaseOf(await second));
    }

    [Fact]
    public async Task A_stopped_engine_says_so()
    {
        var played = await PlayedEngine.StartAsync();
        await played.DisposeAsync();

        Assert.Equal(EngineErrorCodes.Stopped, (await Assert.ThrowsAsync<EngineException>(() => played.Engine.SubmitAsync(PlayedEngine.Request()))).Code);
    }

    [Theory]
    [InlineData("ship_ordr", "{}", "COMPONENT_NOT_FOUND")]
    [InlineData("ship_order", "{\"id\":", "INVALID_INPUT")]
    [InlineData("ship_order", "{} {}", "INVALID_INPUT")]
    public async Task A_run_that_cannot_be_is_refused_with_a_reason(string name, string input, string code)
    {
        await using var played = await PlayedEngine.StartAsync();

        Assert.Equal(code, (await Assert.ThrowsAsync<EngineException>(() => played.Engine.SubmitAsync(PlayedEngine.Request(name, input)))).Code);
        Assert.Empty(played.Endpoint.Bodies);
    }

    [Fact]
    public async Task An_input_that_is_no_text_is_refused_before_an_endpoint_fails_of_it()
    {
        await using var played = await PlayedEngine.StartAsync();
        var request = PlayedEngine.Request() with { Input = (byte[])[(byte)'"', 0xC3, (byte)'"'] };

        Assert.Equal(EngineErrorCodes.InvalidInput, (await Assert.ThrowsAsync<EngineException>(() => played.Engine.SubmitAsync(request))).Code);
    }

    [Fact]
    public async Task A_clock_that_was_put_forward_wakes_who_slept_until_then()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 3_600_000, "nap")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        // Its timers do not notice.
        played.Time.SetBack(TimeSpan.FromHours(-1));
        await played.SubmitAsync();
        await played.RestAsync();

        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    [Fact]
    public async Task A_run_that_waited_for_its_turn_goes_on_with_the_session_as_it_is_then()
    {
        await using var played = await PlayedEngine.StartAsync(
            null, null, new ComponentSpec { Type = "workflow", Name = "ship_order", Policies = [new(FlowKind.Concurrency, null, null, null, 1, 0)] });
        played.Endpoint.AnswerInOrder(
            new InvokeAnswered(new CompletedAnswer { Sessions = [new("s-1", """{"messages":["hello"]}"""u8.ToArray())] }), ScriptedEndpoint.Completed("1"));
        var request = PlayedEngine.Request() with { SessionId = "s-1" };

        await played.Engine.SubmitBatchAsync([request, request]);
        await played.RestAsync();

        Assert.DoesNotContain("hello", played.Endpoint.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("\"agent_sessions\":{\"s-1\":{\"messages\":[\"hello\"]}}", played.Endpoint.Bodies[1], StringComparison.Ordinal);
    }
}
