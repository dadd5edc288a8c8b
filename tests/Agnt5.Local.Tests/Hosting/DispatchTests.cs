using System.Collections.Concurrent;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Tests.Hosting;

public sealed class DispatchTests
{
    [Fact]
    public async Task No_more_slices_are_on_their_way_than_allowed()
    {
        await using var played = await PlayedEngine.StartAsync(new EngineSettings { MaxSlices = 3 });
        using var gate = new SemaphoreSlim(0);
        var (now, most) = (0, 0);
        played.Endpoint.Answer = async (_, _) =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            await gate.WaitAsync();
            Interlocked.Decrement(ref now);
            return ScriptedEndpoint.Completed("1");
        };
        var batch = await played.Engine.SubmitBatchAsync([.. Enumerable.Repeat(PlayedEngine.Request(), 20)]);

        gate.Release(20);
        await played.RestAsync();

        Assert.All(batch.RunIds, runId => Assert.Equal(RunPhase.Completed, played.PhaseOf(runId)));
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task Runs_with_a_higher_priority_go_first()
    {
        await using var played = await PlayedEngine.StartAsync(
            new EngineSettings { MaxSlices = 1 }, store: null, new ComponentSpec { Type = "workflow", Name = "ship_order" }, new ComponentSpec { Type = "workflow", Name = "urgent", Priority = 10 });
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        played.Endpoint.Answer = async (_, _) =>
        {
            await first.Task;
            return ScriptedEndpoint.Completed("1");
        };
        await played.Engine.SubmitBatchAsync([PlayedEngine.Request(), PlayedEngine.Request(), PlayedEngine.Request("urgent"), PlayedEngine.Request("urgent")]);

        first.SetResult();
        await played.RestAsync();

        Assert.Equal(
            ["urgent", "urgent", "ship_order", "ship_order"],
            played.Endpoint.Bodies.Select(static body => body.Contains("\"component_name\":\"urgent\"", StringComparison.Ordinal) ? "urgent" : "ship_order"));
    }

    [Fact]
    public async Task The_lowest_priority_goes_last()
    {
        await using var played = await PlayedEngine.StartAsync(
            new EngineSettings { MaxSlices = 1 },
            store: null,
            new ComponentSpec { Type = "workflow", Name = "ship_order" },
            new ComponentSpec { Type = "workflow", Name = "idle", Priority = int.MinValue });
        await played.Engine.SubmitBatchAsync([PlayedEngine.Request("idle"), PlayedEngine.Request()]);

        await played.RestAsync();

        Assert.Contains("\"component_name\":\"idle\"", played.Endpoint.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_that_does_not_heed_its_cancellation_takes_no_place_of_others()
    {
        await using var played = await PlayedEngine.StartAsync(new EngineSettings { MaxSlices = 1 });
        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        played.Endpoint.Answer = async (_, _) =>
        {
            began.SetResult();
            await stuck.Task;
            return ScriptedEndpoint.Completed("1");
        };
        var runId = await played.SubmitAsync();
        await began.Task;

        played.Endpoint.Answer = static (_, _) => Task.FromResult(ScriptedEndpoint.Completed("2"));
        await played.Engine.CancelAsync(runId);
        var next = await played.SubmitAsync();
        var run = await played.Engine.WaitAsync(next, Local.Hosting.Runs.RunStop.Ended);

        Assert.Equal(RunPhase.Completed, run.Phase);
        stuck.SetResult();
    }

    [Fact]
    public async Task A_run_has_its_input_in_every_slice_also_when_it_waited_in_line()
    {
        await using var played = await PlayedEngine.StartAsync(new EngineSettings { MaxSlices = 1 });
        var answered = 0;
        played.Endpoint.Answer = (_, _) => Task.FromResult(Interlocked.Increment(ref answered) <= 3 ? ScriptedEndpoint.Suspended(new BudgetPause("budget")) : ScriptedEndpoint.Completed("1"));
        await played.Engine.SubmitBatchAsync([.. Enumerable.Range(0, 3).Select(static number => PlayedEngine.Request(input: $$"""{"id":{{number}}}"""))]);

        await played.RestAsync();

        Assert.Equal([2, 2, 2], Enumerable.Range(0, 3).Select(number => played.Endpoint.Bodies.Count(body => body.Contains($"\"input\":{{\"id\":{number}}}", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_run_that_goes_straight_to_its_end_is_not_read_from_the_store()
    {
        var reads = new ConcurrentQueue<string>();
        await using var played = await PlayedEngine.StartAsync(settings: null, FaultyStore.Create(member =>
        {
            if (member is nameof(IEngineStore.ReadRun) or nameof(IEngineStore.ReadInput) or nameof(IEngineStore.FindRun))
                reads.Enqueue(member);
        }));
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        played.Endpoint.Answer = async (_, _) =>
        {
            await end.Task;
            return ScriptedEndpoint.Completed("1");
        };

        var waiting = played.Engine.WaitAsync(await played.SubmitAsync(), Local.Hosting.Runs.RunStop.Ended);
        end.SetResult();

        Assert.Equal(RunPhase.Completed, (await waiting).Phase);
        Assert.Empty(reads);
    }

    [Fact]
    public async Task Keys_are_held_across_runs_as_declared()
    {
        await using var played = await PlayedEngine.StartAsync(
            settings: null, store: null, new ComponentSpec { Type = "workflow", Name = "ship_order", Policies = [new(FlowKind.Throttle, null, null, "input.account", 1, 60_000)] });
        var batch = await played.Engine.SubmitBatchAsync(
            [PlayedEngine.Request(input: """{"account":"a"}"""), PlayedEngine.Request(input: """{"account":"a"}"""), PlayedEngine.Request(input: """{"account":"b"}""")]);
        await played.RestAsync();
        Assert.Equal([RunPhase.Completed, RunPhase.Queued, RunPhase.Completed], batch.RunIds.Select(played.PhaseOf));

        await played.GoToNextTimeAsync();
        Assert.Equal(RunPhase.Completed, played.PhaseOf(batch.RunIds[1]));
    }

    [Fact]
    public async Task A_rate_limit_ends_the_run_before_it_is_sent()
    {
        await using var played = await PlayedEngine.StartAsync(
            settings: null, store: null, new ComponentSpec { Type = "workflow", Name = "ship_order", Policies = [new(FlowKind.RateLimit, null, null, null, 1, 60_000)] });

        await played.SubmitAsync();
        var refused = (await played.Engine.SubmitAsync(PlayedEngine.Request())).Run;
        await played.RestAsync();

        Assert.Equal((RunPhase.Failed, "RATE_LIMITED"), (refused.Phase, refused.Outcome!.ErrorCode));
        Assert.Single(played.Endpoint.Bodies);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = Interlocked.CompareExchange(ref most, value, seen))
        {
            // Somebody else was faster.
        }
    }
}
