using System.Text;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class BudgetTests
{
    [Fact]
    public void A_run_that_records_something_in_each_slice_goes_on_at_once()
    {
        var run = new PlayedRun();

        for (var step = 1; step <= 20; step++)
            run.Answer(Specs.UsedUpItsBudget() with { Checkpoint = Encoding.UTF8.GetBytes($"[{step}]") });

        Assert.Equal((21, 0), (run.State.Slice, (int)run.World.NowMs));
        Assert.DoesNotContain("run.notice", run.Journal);
    }

    [Fact]
    public void A_run_that_yields_and_yields_is_asked_more_and_more_rarely_and_says_so_once()
    {
        var run = new PlayedRun();
        List<long> pauses = [];

        for (var slice = 1; slice <= 12; slice++)
        {
            Assert.True(run.State.HasOnItsWay(slice));
            run.Answer(Specs.UsedUpItsBudget() with { Checkpoint = """{"steps":{}}"""u8.ToArray() });
            pauses.Add(run.State.WakeAtMs is { } wakeMs ? wakeMs - run.World.NowMs : 0);
            run.Pass(pauses[^1]);
        }

        Assert.Equal([0, 0, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000], pauses);
        Assert.Single(run.Journal, static type => type == "run.notice");
        Assert.Equal(RunPhase.Running, run.State.Phase);

        run.Answer(Specs.UsedUpItsBudget() with { Checkpoint = """{"steps":{"done":1}}"""u8.ToArray() });
        Assert.True(run.State.HasOnItsWay(14));
    }

    [Fact]
    public void A_run_that_waits_because_it_does_nothing_can_be_cancelled_and_is_left_alone_by_a_restart()
    {
        var run = new PlayedRun();
        run.Answer(Specs.UsedUpItsBudget());
        run.Answer(Specs.UsedUpItsBudget());
        run.Answer(Specs.UsedUpItsBudget());

        run.Restart();
        Assert.False(run.State.HasSliceOnItsWay);
        run.Cancel();

        Assert.Equal(RunPhase.Cancelled, run.State.Phase);
        Assert.Null(run.State.WakeAtMs);
    }
}
