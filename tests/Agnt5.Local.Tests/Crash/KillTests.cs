using System.Globalization;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Storage;
using Agnt5.Local.Tests.Sqlite;
using Agnt5.Local.Tests.Storage;
using Xunit.Abstractions;

namespace Agnt5.Local.Tests.Crash;

/// <summary>
/// An engine on a file is killed under load, at any time. <c>AGNT5_CRASH_KILLS</c> says how often, and <c>AGNT5_CRASH_SEED</c> repeats a seed; the moments are never quite the same.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Customers = 8;

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_or_done_twice_however_often_the_engine_is_killed()
    {
        var kills = Number("AGNT5_CRASH_KILLS") ?? 24;
        var seed = Number("AGNT5_CRASH_SEED") ?? Random.Shared.Next();
        output.WriteLine($"AGNT5_CRASH_SEED={seed} AGNT5_CRASH_KILLS={kills}");
        using var folder = new StoreFolder();
        var log = folder.Path + ".steps";
        using var engine = new KilledEngine(folder.Path, log, new Random(seed));

        var killing = engine.KillAsync(kills);
        Customer[] customers = [.. Enumerable.Range(0, Customers).Select(number => new Customer($"customer{number}", engine, new Random(seed + number + 1)))];
        var working = Task.WhenAll(customers.Select(customer => Task.Run(() => customer.WorkAsync(() => !killing.IsCompleted))));
        await await Task.WhenAny(killing, working);
        await Task.WhenAll(killing, working);
        await engine.StopAsync();

        ExpectedRun[] runs = [.. customers.SelectMany(static customer => customer.Runs)];
        using var store = folder.Open();
        output.WriteLine($"{runs.Length} runs: {string.Join(", ", store.ReadRuns(All).GroupBy(static run => run.Phase).Select(static group => $"{group.Count()} {group.Key}"))}");
        foreach (var run in runs)
            Check(run, store);
        Assert.Equal(runs.Select(static run => run.RunId).Order(StringComparer.Ordinal), store.ReadRuns(All).Select(static run => run.Spec.RunId).Order(StringComparer.Ordinal));
        Assert.Null(store.NextDueMs());
        Assert.Empty(store.RunsAtEndpoints());
        StepLines.Check(log);
        Assert.True(runs.Length > kills, $"Only {runs.Length} runs were begun in {kills} lives.");
    }

    private static RunFilter All => new() { Limit = int.MaxValue };

    private static void Check(ExpectedRun expected, IEngineStore store)
    {
        var run = store.ReadRun(expected.RunId);
        Assert.NotNull(run);
        Assert.Equal(expected.Output is null ? RunPhase.Cancelled : RunPhase.Completed, run.Phase);
        Assert.Equal(expected.Output ?? "", StoreTexts.Text(run.Outcome!.Output));

        // No event is missing, none is there twice, and the end comes last.
        var journal = store.ReadJournal(expected.RunId, 0, int.MaxValue);
        Assert.Equal(Enumerable.Range(1, (int)run.Sequence).Select(static number => (long)number), journal.Select(static entry => entry.Sequence));
        Assert.Single(journal, static entry => entry.EventType == "run.started");
        Assert.Equal(journal[^1], Assert.Single(journal, static entry => entry.EventType is "run.completed" or "run.failed" or "run.cancelled"));
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
