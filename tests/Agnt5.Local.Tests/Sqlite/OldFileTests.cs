using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;
using Agnt5.Local.Tests.Storage;
using Agnt5.Tests.Shared;

namespace Agnt5.Local.Tests.Sqlite;

/// <summary>Files that released versions wrote, as <c>sqlite3 FILE .dump</c> shows them. They open for ever.</summary>
public sealed class OldFileTests : IDisposable
{
    private const string Key = "VYrHqSDCXMIhP2LlrMprwgTZTQRD/Af2QlUvUK4RQhA=";
    private const string RunId = "run_01m8pj6ha6d1x59rnre8txh00q";

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("version1.sql")]
    public void A_run_that_an_earlier_version_left_waiting_is_found_with_all_that_belongs_to_it(string file)
    {
        _folder.Do(Dump(file));

        using var store = _folder.Open(static options => options with { SecretKey = Key });
        var run = store.ReadRun(RunId)!;
        var deployment = Assert.Single(store.ReadEnvironments()).FindActive("workflow:crash_ship")!.Deployment;

        Assert.Equal((RunPhase.Paused, "Ship it?"), (run.Phase, ((QuestionPause)run.Pause!).Question));
        Assert.Contains("\"pack\"", StoreTexts.Text(run.Checkpoint), StringComparison.Ordinal);
        Assert.Equal("""{"key":"golden"}""", StoreTexts.Text(store.ReadInput(RunId)));
        Assert.Equal(run.Sequence, store.ReadJournal(RunId, 0, 100)[^1].Sequence);
        Assert.Equal(RunId, store.FindAccepted(new IdempotencyKey("header:production:workflow:crash_ship", "golden"), 0));
        Assert.Equal(deployment.DeploymentId, run.Spec.DeploymentId);
        Assert.Equal(64, store.ReadSecret(deployment.DeploymentId)!.Length);
    }

    [Fact]
    public void Of_what_an_earlier_version_left_the_oldest_alone_is_forgotten()
    {
        _folder.Do($"""
            {Dump("version1.sql")}
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {KeptCounts.Least})
                INSERT INTO sessions (environment, id, session) SELECT 'production', 'session ' || i, CAST('1' AS BLOB) FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {KeptCounts.Least})
                INSERT INTO batches (id, created_at_ms, run_ids) SELECT 'batch_' || i, i, CAST('[]' AS BLOB) FROM n;
            """);
        var next = new StoreChanges();
        next.Sessions[("production", "next")] = "1"u8.ToArray();
        next.Batches.Add(new BatchState("batch_next", [], 0));

        using var store = _folder.Open(static options => options with { SecretKey = Key, MaxEndedRuns = 1 });
        store.Commit(next);

        var numbers = Enumerable.Range(1, KeptCounts.Least);
        Assert.Equal(KeptCounts.Least - 1, numbers.Count(number => !store.FindSession("production", $"session {number}").IsEmpty));
        Assert.Equal([1], numbers.Where(number => store.ReadBatch($"batch_{number}") is null));
        Assert.NotNull(store.ReadBatch("batch_next"));
    }

    [Fact]
    public void The_numbers_of_phases_in_files_mean_what_they_meant() =>
        Assert.Equal(["Queued", "Running", "RetryDelayed", "Paused", "Completed", "Failed", "Cancelled"], Enum.GetNames<RunPhase>());

    private static string Dump(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "tests", "Agnt5.Local.Tests", "Sqlite", "Files", file));
}
