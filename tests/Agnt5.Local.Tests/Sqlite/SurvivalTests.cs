using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Payloads;
using Agnt5.Local.Storage;
using Agnt5.Local.Tests.Hosting;
using Agnt5.Local.Tests.Runs;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Tests.Sqlite;

public sealed class SurvivalTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_that_sleeps_goes_on_in_the_next_process()
    {
        string runId;
        using (var store = _folder.Open())
        {
            await using var played = await PlayedEngine.StartAsync(store: store);
            played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 1_000, "nap")));
            runId = await played.SubmitAsync(PlayedEngine.Request(input: """{"order":7}"""));
            await played.RestAsync();
        }

        using var reopened = _folder.Open();
        await using var next = await PlayedEngine.StartAsync(store: reopened);
        await next.GoToNextTimeAsync();

        Assert.Equal(RunPhase.Completed, next.PhaseOf(runId));
        Assert.Equal("\"done\""u8.ToArray(), next.Engine.ReadOutput(runId).ToArray());
        Assert.Contains("\"order\":7", Assert.Single(next.Endpoint.Bodies), StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, next.EventsOf(runId).Count).Select(static number => (long)number), next.Engine.ReadJournal(runId).Select(static entry => entry.Sequence));
    }

    [Fact]
    public async Task A_commit_that_fails_has_changed_nothing_and_the_engine_goes_on_after_it()
    {
        using var store = _folder.Open();
        await using var played = await PlayedEngine.StartAsync(store: store);
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        await using (var other = _folder.Connect())
        {
            new SqliteCommand("BEGIN IMMEDIATE", other).ExecuteNonQuery();
            var refused = await Assert.ThrowsAsync<EngineException>(() => played.Engine.SignalAsync(runId, "paid", default));
            Assert.Equal(EngineErrorCodes.StoreFailed, refused.Code);
            Assert.Contains("is locked by another program", refused.InnerException!.Message, StringComparison.Ordinal);
            Assert.Equal(RunPhase.Paused, played.PhaseOf(runId));
        }

        await played.Engine.SignalAsync(runId, "paid", default);
        await played.RestAsync();
        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    [Fact]
    public async Task What_was_gathered_while_the_file_could_not_be_read_is_not_written()
    {
        using var store = _folder.Open();
        await using var played = await PlayedEngine.StartAsync(
            null, store, new ComponentSpec { Type = "workflow", Name = "ship_order", Policies = [new(FlowKind.Concurrency, null, null, null, 1, 0)] });
        await played.RestAsync();
        _folder.Do("ALTER TABLE flow_keys RENAME TO hidden");

        var refused = await Assert.ThrowsAsync<EngineException>(() => played.SubmitAsync());
        _folder.Do("ALTER TABLE hidden RENAME TO flow_keys");

        Assert.Equal(EngineErrorCodes.StoreFailed, refused.Code);
        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Empty(played.Engine.ListRuns(new()));
        var runId = await played.SubmitAsync();
        await played.RestAsync();
        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    [Fact]
    public async Task A_full_disk_loses_no_run_and_no_answer_of_an_endpoint()
    {
        using var store = _folder.Open();
        await using var played = await PlayedEngine.StartAsync(store: store);
        var isFull = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        played.Endpoint.Answer = async (_, _) =>
        {
            await isFull.Task;
            return ScriptedEndpoint.Completed("\"shipped\"");
        };
        var runId = await played.SubmitAsync();

        store.LimitPages(1);
        isFull.SetResult();
        var large = PlayedEngine.Request(input: $"\"{new string('x', 100_000)}\"");
        var refused = await Assert.ThrowsAsync<EngineException>(() => played.SubmitAsync(large));
        Assert.Contains("the disk is full", refused.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(runId, Assert.Single(played.Engine.ListRuns(new RunFilter())).Spec.RunId);

        store.LimitPages(1_000_000);
        var waiting = played.Engine.WaitAsync(runId, RunStop.Ended);
        while (!waiting.IsCompleted)
        {
            // What could not be written is tried again after a while.
            played.Time.AdvanceMs(1_000);
            await Task.Yield();
        }

        Assert.Equal(RunPhase.Completed, (await waiting).Phase);
        Assert.NotEqual(runId, await played.SubmitAsync(large));
    }

    [Fact]
    public async Task Of_ended_runs_the_newest_are_kept_where_that_is_wanted()
    {
        using var store = _folder.Open(static options => options with { MaxEndedRuns = 2 });
        await using var played = await PlayedEngine.StartAsync(store: store);
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")), ScriptedEndpoint.Completed("1"));
        List<string> runs = [];
        for (var run = 0; run < 5; run++)
        {
            runs.Add(await played.SubmitAsync());
            await played.RestAsync();
            played.Time.AdvanceMs(1);
        }

        Assert.Equal([runs[4], runs[3], runs[0]], played.Engine.ListRuns(new RunFilter()).Select(static run => run.Spec.RunId));
        Assert.Empty(played.EventsOf(runs[1]));

        // The oldest run ends last, and stays.
        await played.Engine.CancelAsync(runs[0]);
        Assert.Equal([runs[4], runs[0]], played.Engine.ListRuns(new RunFilter()).Select(static run => run.Spec.RunId));
    }

    [Fact]
    public void An_upload_that_cannot_be_removed_makes_nothing_undone_that_is_on_the_disk()
    {
        using var store = _folder.Open(static options => options with { MaxEndedRuns = 0, Payloads = new LockedPayloads() });
        var changes = new StoreChanges();
        changes.Inputs["run_1"] = "{}"u8.ToArray();
        changes.Runs["run_1"] = new RunState { Spec = Specs.Run(), Phase = RunPhase.Completed, EndedAtMs = 1, Outcome = new RunOutcome { OutputRef = "out.1" } };

        store.Commit(changes);

        Assert.Null(store.ReadRun("run_1"));
    }

    private sealed class LockedPayloads : IPayloadStore
    {
        public bool TrySave(string name, SavedPayload payload) => false;

        public SavedPayload? Find(string name) => null;

        public void Remove(string name) => throw new IOException("Another program has the file open.");
    }
}
