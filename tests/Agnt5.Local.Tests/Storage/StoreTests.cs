using System.Collections.Immutable;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Storage;
using Agnt5.Local.Tests.Runs;
using Agnt5.Local.Tests.Sqlite;

namespace Agnt5.Local.Tests.Storage;

public sealed class MemoryStoreRulesTests : StoreTests
{
    private protected override IEngineStore Store { get; } = new MemoryStore();
}

public sealed class SqliteStoreRulesTests : StoreTests
{
    private readonly StoreFolder _folder = new();

    public SqliteStoreRulesTests() => Store = _folder.Open();

    private protected override IEngineStore Store { get; }

    protected override void Dispose(bool isDisposing)
    {
        base.Dispose(isDisposing);
        _folder.Dispose();
    }
}

/// <summary>What an engine needs of a store. Each store has a class of these tests.</summary>
public abstract class StoreTests : IDisposable
{
    private protected abstract IEngineStore Store { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_run_is_read_as_it_was_committed()
    {
        var run = FullRun("run_1", RunPhase.Paused) with
        {
            Pause = new QuestionPause { PauseIndex = 2, StepName = "ask", Question = "Ship \"it\"?", InputType = "select", Options = """[{"id":"a"}]""", Skippable = true, TimesOutAtMs = 9 },
        };
        Store.Commit(Accepting(run, """{"id": 1}"""));

        Assert.Equal(StoreTexts.Of(run), StoreTexts.Of(Store.ReadRun("run_1")));
        Assert.Equal(StoreTexts.Of(run), StoreTexts.Of(Store.FindRun("run_1")));
        Assert.Equal("""{"id": 1}""", StoreTexts.Text(Store.ReadInput("run_1")));
        Assert.Null(Store.FindRun("run_2"));
        Assert.True(Store.ReadInput("run_2").IsEmpty);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_ended_run_keeps_how_it_ended(bool isCompleted)
    {
        var begun = FullRun("run_1", RunPhase.Running);
        Store.Commit(Accepting(begun));
        var ended = begun with
        {
            Phase = isCompleted ? RunPhase.Completed : RunPhase.Failed,
            WakeAtMs = null,
            EndedAtMs = 77,
            Checkpoint = default,
            Outcome = isCompleted ? new RunOutcome { Output = "\"done\""u8.ToArray() } : new RunOutcome { ErrorCode = "BROKEN", ErrorMessage = "It broke." },
        };
        Store.Commit(Saving(ended));

        Assert.Equal(StoreTexts.Of(ended), StoreTexts.Of(Store.ReadRun("run_1")));
        Assert.Null(Store.NextDueMs());
    }

    [Fact]
    public void A_journal_is_read_in_order_from_anywhere()
    {
        var run = FullRun("run_1", RunPhase.Running);
        var changes = Accepting(run);
        changes.Journal.AddRange([("run_1", Entry(1)), ("run_nobody", Entry(1)), ("run_1", Entry(2))]);
        Store.Commit(changes);
        changes = Saving(run);
        changes.Journal.AddRange([("run_1", Entry(3)), ("run_1", Entry(4)), ("run_1", Entry(5))]);
        Store.Commit(changes);

        Assert.Equal(StoreTexts.Of([Entry(1), Entry(2), Entry(3), Entry(4), Entry(5)]), StoreTexts.Of(Store.ReadJournal("run_1", 0, 100)));
        Assert.Equal(StoreTexts.Of([Entry(4), Entry(5)]), StoreTexts.Of(Store.ReadJournal("run_1", 3, 100)));
        Assert.Equal(StoreTexts.Of([Entry(2), Entry(3)]), StoreTexts.Of(Store.ReadJournal("run_1", 1, 2)));
        Assert.Empty(Store.ReadJournal("run_1", 5, 100));
        Assert.Empty(Store.ReadJournal("run_nobody", 0, 100));
    }

    [Fact]
    public void Who_waits_for_a_time_is_told_earliest_first()
    {
        var key = new KeyState { Key = new FlowKey(FlowKind.Throttle, "component:a", "\"k\""), Limit = 1, WindowMs = 5, LastNumber = 1, WakeAtMs = 15, Entries = [Waiting(1, "run_1")] };
        var changes = Accepting(FullRun("run_1", RunPhase.Paused) with { WakeAtMs = 20 });
        changes.Keys[key.Key] = key;
        changes.Entries.Add((key.Key, Waiting(1, "run_1"), true));
        Store.Commit(changes);
        Store.Commit(Accepting(FullRun("run_2", RunPhase.Paused) with { WakeAtMs = 10 }));
        Store.Commit(Accepting(FullRun("run_3", RunPhase.Running) with { WakeAtMs = null }));

        Assert.Equal(10, Store.NextDueMs());
        Assert.Empty(Store.Due(9, 10));
        Assert.Equal([new DueMachine(10, "run_2", null), new DueMachine(15, null, key.Key), new DueMachine(20, "run_1", null)], Store.Due(20, 10));
        Assert.Equal([new DueMachine(10, "run_2", null)], Store.Due(20, 1));
        Assert.Equal(["run_3"], Store.RunsAtEndpoints());
    }

    [Fact]
    public void A_key_keeps_its_line_until_nobody_uses_it()
    {
        var name = new FlowKey(FlowKind.Concurrency, "component:a", "null");
        var held = new FlowEntry(FlowEntryKind.Holding, 3, 7, "run_1", 30);
        var changes = new StoreChanges();
        changes.Keys[name] = new KeyState { Key = name, Limit = 2, LastNumber = 3, Entries = [held, Waiting(2, "run_2")] };
        changes.Entries.AddRange([(name, Waiting(1, "run_1"), true), (name, Waiting(2, "run_2"), true), (name, Waiting(1, "run_1"), false), (name, held, true)]);
        Store.Commit(changes);
        Assert.Equal(StoreTexts.Of(changes.Keys[name]), StoreTexts.Of(Store.FindKey(name)));

        changes = new StoreChanges();
        changes.Keys[name] = new KeyState { Key = name, Limit = 2, LastNumber = 3 };
        changes.Entries.AddRange([(name, Waiting(2, "run_2"), false), (name, held, false)]);
        Store.Commit(changes);
        Assert.Equal(0, Store.FindKey(name)?.Entries.Count ?? 0);
        Assert.Null(Store.FindKey(name with { Value = "\"other\"" }));
    }

    [Fact]
    public void An_idempotency_key_stands_for_its_run_until_its_time_is_over()
    {
        var key = new IdempotencyKey("header:production:workflow:a", "k");
        var changes = Accepting(FullRun("run_1", RunPhase.Running));
        changes.Accepted.Add((key, "run_1", 1_000));
        changes.Accepted.Add((key with { Value = "nobody's" }, "run_nobody", 1_000));
        Store.Commit(changes);

        Assert.Equal("run_1", Store.FindAccepted(key, 999));
        Assert.Null(Store.FindAccepted(key with { Scope = "declared:production:workflow:a" }, 999));
        Assert.Null(Store.FindAccepted(key with { Value = "nobody's" }, 999));
        Assert.Null(Store.FindAccepted(key, 1_000));
    }

    [Fact]
    public void Sessions_are_kept_by_environment()
    {
        var changes = new StoreChanges();
        changes.Sessions[("production", "s")] = """{"messages":[]}"""u8.ToArray();
        Store.Commit(changes);

        Assert.Equal("""{"messages":[]}""", StoreTexts.Text(Store.FindSession("production", "s")));
        Assert.True(Store.FindSession("staging", "s").IsEmpty);
    }

    [Fact]
    public void Deployments_come_back_with_their_secrets_headers_and_schedules()
    {
        var environment = StoredDeployments.Environment();
        var changes = new StoreChanges { Gates = new DispatchGates(WorkspaceReason: "Moving house.") };
        changes.Environments["production"] = environment;
        changes.Secrets["dep_1"] = "whsec_1";
        changes.Schedules["production"] = new SchedulesState { ByRoute = ImmutableSortedDictionary<string, ScheduleState>.Empty.Add("workflow:a", new("0 * * * *", 5, 60)) };
        changes.Integrations.Add(new Integration("stripe", "shop", "whsec_shop", "production"));
        changes.Integrations.Add(new Integration("github", "repo", "whsec_repo", "production"));
        Store.Commit(changes);

        Assert.Equal(StoreTexts.Of(environment), StoreTexts.Of(Assert.Single(Store.ReadEnvironments())));
        Assert.Equal("dep_1", Assert.Single(Store.ReadEnvironments()).FindActive("workflow:a")!.Deployment.DeploymentId);
        Assert.Equal(("whsec_1", null), (Store.ReadSecret("dep_1"), Store.ReadSecret("dep_2")));
        Assert.Equal("Moving house.", Store.ReadGates().WorkspaceReason);
        Assert.Equal(new ScheduleState("0 * * * *", 5, 60), Store.ReadSchedules()["production"].ByRoute["workflow:a"]);
        Assert.Equal(changes.Integrations.AsEnumerable().Reverse(), Store.ReadIntegrations());
    }

    [Fact]
    public void Events_are_found_by_key_and_listed_in_pages_newest_first()
    {
        EventState[] events = [.. Enumerable.Range(1, 5).Select(StoredDeployments.Event)];
        var changes = new StoreChanges();
        changes.Events.AddRange(events);
        changes.Batches.Add(new("batch_1", ["run_2", "run_1"], 5));
        Store.Commit(changes);

        Assert.Equal(StoreTexts.Of(events[1]), StoreTexts.Of(Store.FindEvent("key 2")));
        Assert.Equal(StoreTexts.Of(events[1]), StoreTexts.Of(Store.ReadEvent("evt_2")));
        Assert.Null(Store.FindEvent("key 6"));
        Assert.Equal(["evt_5", "evt_4"], Listed(new EventFilter { Limit = 2 }));
        Assert.Equal(["evt_3", "evt_2"], Listed(new EventFilter { Limit = 2, AfterEventRunId = "evt_4" }));
        Assert.Equal(["evt_4", "evt_2"], Listed(new EventFilter { Source = "stripe" }));
        Assert.Equal(["evt_3"], Listed(new EventFilter { EventName = "order.3", DeploymentId = "dep_1" }));
        Assert.Equal(["evt_3", "evt_2"], Listed(new EventFilter { SinceMs = 20, UntilMs = 40 }));
        Assert.Empty(Listed(new EventFilter { AfterEventRunId = "evt_unknown" }));
        Assert.Equal("batch_1 5 run_2 run_1", StoreTexts.Of(Store.ReadBatch("batch_1")));
        Assert.Null(Store.ReadBatch("batch_2"));

        IEnumerable<string> Listed(EventFilter filter) => Store.ReadEvents(filter).Select(static received => received.EventRunId);
    }

    private protected static StoreChanges Accepting(RunState run, string input = "{}")
    {
        var changes = Saving(run);
        changes.Inputs[run.Spec.RunId] = System.Text.Encoding.UTF8.GetBytes(input);
        return changes;
    }

    private protected static StoreChanges Saving(RunState run)
    {
        var changes = new StoreChanges();
        changes.Runs[run.Spec.RunId] = run;
        return changes;
    }

    private protected static RunState FullRun(string runId, RunPhase phase) => new()
    {
        Spec = Specs.Run(runId, Specs.Claim(FlowKind.Throttle, 3, 5_000)) with
        {
            SessionId = "s",
            UserId = "u",
            IsStreaming = true,
            Notices = ["A notice."],
            Metadata = new Dictionary<string, string> { ["a"] = "ü" },
        },
        Phase = phase,
        Granted = 1,
        Attempt = 2,
        Slice = 3,
        LostInvokes = 4,
        LostSinceMs = 5,
        SenselessAnswers = 6,
        WakeAtMs = 70,
        LatestAnswer = new GivenAnswer("yes", 1, """{"0":"no"}"""),
        LatestSignal = new GivenSignal("sig_1", "paid", "paid", "7"),
        EarlySignals = [new GivenSignal("sig_2", "sent", null, "{}")],
        Checkpoint = """{"steps": {"a": 1}}"""u8.ToArray(),
        StartedAtMs = 8,
        Sequence = 9,
    };

    protected virtual void Dispose(bool isDisposing) => Store.Dispose();

    private static FlowEntry Waiting(long number, string runId) => new(FlowEntryKind.Waiting, number, 7, runId, 10);

    private static JournalEntry Entry(long sequence) => new()
    {
        Sequence = sequence,
        EventType = "run.event",
        AtMs = sequence * 10,
        Data = sequence % 2 == 0 ? """{"a": [1, "ü"]}"""u8.ToArray() : default,
        Metadata = sequence == 3 ? new Dictionary<string, string> { ["k"] = "v" } : EmptyMetadata.Value,
        StepKey = sequence == 4 ? "step" : null,
    };
}
