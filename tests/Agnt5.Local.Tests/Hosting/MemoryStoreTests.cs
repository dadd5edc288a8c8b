using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Tests.Hosting;

public sealed class MemoryStoreTests
{
    [Fact]
    public async Task Of_ended_runs_the_newest_are_kept_and_of_unfinished_ones_all()
    {
        await using var played = await PlayedEngine.StartAsync(store: new MemoryStore(maxEndedRuns: 2));
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")), ScriptedEndpoint.Completed("1"));
        List<string> runs = [];
        for (var run = 0; run < 5; run++)
        {
            runs.Add(await played.SubmitAsync(PlayedEngine.Request() with { IdempotencyKey = $"key {run}" }));
            await played.RestAsync();
        }

        Assert.Equal([runs[4], runs[3], runs[0]], played.Engine.ListRuns(new()).Select(static run => run.Spec.RunId));
        Assert.Empty(played.EventsOf(runs[1]));
        Assert.Null(played.Engine.FindRun(runs[1]));

        // A key of a run that nobody knows any more stands for nothing.
        Assert.True((await played.Engine.SubmitAsync(PlayedEngine.Request() with { IdempotencyKey = "key 1" })).IsNew);
        Assert.False((await played.Engine.SubmitAsync(PlayedEngine.Request() with { IdempotencyKey = "key 0" })).IsNew);
    }

    [Fact]
    public async Task Runs_are_listed_newest_first_by_what_is_asked_for()
    {
        await using var played = await PlayedEngine.StartAsync(
            null, null, new() { Type = "workflow", Name = "ship_order" }, new() { Type = "workflow", Name = "bill_order" });
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")), ScriptedEndpoint.Completed("1"));
        List<string> runs = [];
        foreach (var name in (string[])["ship_order", "bill_order", "ship_order"])
        {
            runs.Add(await played.SubmitAsync(PlayedEngine.Request(name)));
            await played.RestAsync();
        }

        Assert.Equal([runs[2], runs[1], runs[0]], Listed(new RunFilter()));
        Assert.Equal([runs[2]], Listed(new RunFilter { Limit = 1 }));
        Assert.Equal([runs[2], runs[0]], Listed(new RunFilter { ComponentName = "ship_order" }));
        Assert.Equal([runs[0]], Listed(new RunFilter { Phases = [RunPhase.Paused, RunPhase.Running] }));
        Assert.Equal([runs[2], runs[1]], Listed(new RunFilter { Phases = [RunPhase.Completed] }));
        Assert.Empty(Listed(new RunFilter { DeploymentId = "dep_other" }));

        IEnumerable<string> Listed(RunFilter filter) => played.Engine.ListRuns(filter).Select(static run => run.Spec.RunId);
    }

    [Fact]
    public async Task A_journal_is_read_from_any_place()
    {
        await using var played = await PlayedEngine.StartAsync();
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        Assert.Equal([1L, 2, 3, 4], Read(0, 10));
        Assert.Equal([3L], Read(2, 1));
        Assert.Equal([4L], Read(3, int.MaxValue));
        Assert.Empty(Read(4, 10));
        Assert.Empty(Read(long.MaxValue, 10));

        IEnumerable<long> Read(long after, int limit) => played.Engine.ReadJournal(runId, after, limit).Select(static entry => entry.Sequence);
    }
}
