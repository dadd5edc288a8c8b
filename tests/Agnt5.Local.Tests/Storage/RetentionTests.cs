using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;
using Agnt5.Local.Tests.Sqlite;

namespace Agnt5.Local.Tests.Storage;

/// <summary>A store that is never emptied would fill any disk.</summary>
public sealed class RetentionTests : IDisposable
{
    private const int Most = 1_200;

    /// <summary>A file looks only now and then whether there is too much.</summary>
    private const int Spare = Most / 100 + 1;

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_events_batches_and_sessions_the_latest_are_kept(bool isFile)
    {
        using var store = Open(isFile, Most);
        foreach (var numbers in Enumerable.Range(0, 3 * Most).Chunk(10))
        {
            var changes = Changes(numbers);
            changes.Sessions[("production", "the one that goes on")] = "1"u8.ToArray();
            store.Commit(changes);
        }

        Assert.InRange(store.ReadEvents(new EventFilter { Limit = 10 * Most }).Count, Most, Most + Spare);
        foreach (var kept in (int[])[2 * Most + 1, 3 * Most - 1])
            Assert.True(Has(store, kept));
        Assert.False(Has(store, 2 * Most - Spare - 10));
        Assert.Equal("1", StoreTexts.Text(store.FindSession("production", "the one that goes on")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Few_ended_runs_do_not_make_an_event_new_or_end_a_conversation(bool isFile)
    {
        using var store = Open(isFile, most: 0);
        foreach (var numbers in Enumerable.Range(0, 900).Chunk(10))
            store.Commit(Changes(numbers));

        Assert.True(Has(store, 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_event_that_came_again_after_it_was_forgotten_is_known_by_its_latest_time(bool isFile)
    {
        using var store = Open(isFile, Most);
        foreach (var numbers in Enumerable.Range(0, Most + 10).Chunk(10))
        {
            var changes = Changes(numbers);
            if (numbers[0] == 600)
                changes.Events[0] = changes.Events[0] with { Key = "key 0" };
            store.Commit(changes);
        }

        Assert.Equal("evt_600", store.FindEvent("key 0")?.EventRunId);
    }

    private IEngineStore Open(bool isFile, int most) => isFile ? _folder.Open(options => options with { MaxEndedRuns = most }) : new MemoryStore(most);

    private static bool Has(IEngineStore store, int number)
    {
        bool[] has =
        [
            store.ReadEvent($"evt_{number}") is not null,
            store.FindEvent($"key {number}") is not null,
            store.ReadBatch($"batch_{number}") is not null,
            !store.FindSession("production", $"session {number}").IsEmpty,
        ];
        return Assert.Single(has.Distinct());
    }

    private static StoreChanges Changes(int[] numbers)
    {
        var changes = new StoreChanges();
        foreach (var number in numbers)
        {
            changes.Events.Add(new EventState
            {
                EventRunId = $"evt_{number}",
                Key = $"key {number}",
                EventId = $"{number}",
                EventName = "order.created",
                Source = "api",
                Target = EventTarget.Environment("production"),
                MatchedCount = 0,
                SkippedUnsupportedCount = 0,
                RunIds = [],
                ReceivedAtMs = 7,
            });
            changes.Batches.Add(new BatchState($"batch_{number}", [$"run_{number}"], 7));
            changes.Sessions[("production", $"session {number}")] = "{}"u8.ToArray();
        }

        return changes;
    }
}
