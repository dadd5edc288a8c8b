using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Tests.Hosting;

/// <summary>Components of this process run on the threads of its pool, and may block them.</summary>
public sealed class BlockedThreadTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Calls_are_done_while_all_slices_block()
    {
        var options = new LocalAgnt5Options();
        await using var agnt5 = await LocalAgnt5Engine.StartAsync(Agnt5Components.Catalog, options: options);
        List<string> runs = [];
        for (var slice = 0; slice < options.MaxConcurrentInvokes; slice++)
            runs.Add(slice % 2 == 0 ? await agnt5.SubmitAsync(ComponentType.Function, "hosted_block") : await agnt5.SubmitAsync(ComponentType.Workflow, "hosted_late_block"));
        foreach (var _ in runs)
            Assert.True(await BlockingWork.Begun.WaitAsync(Soon), "A slice waits for a thread that others block.");

        var cancelled = agnt5.CancelAsync(runs[0]).WaitAsync(Soon);
        await cancelled;
        var waiting = agnt5.SubmitAsync(ComponentType.Function, "hosted_double", """{"id":"o-1","total":21}"""u8.ToArray()).WaitAsync(Soon);
        var last = await agnt5.Engine.WaitAsync(await waiting, RunStop.Ended).WaitAsync(Soon);

        Assert.Equal(LocalRunStatus.Cancelled, agnt5.FindRun(runs[0])!.Status);
        Assert.Equal(RunPhase.Completed, last.Phase);
        BlockingWork.Ends.Set();
        foreach (var runId in runs.Skip(1))
            Assert.Equal(LocalRunStatus.Completed, (await agnt5.WaitAsync(runId)).Status);
    }
}
