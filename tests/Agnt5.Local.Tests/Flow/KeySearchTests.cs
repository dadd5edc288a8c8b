using System.Globalization;
using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Tests.Flow;

/// <summary>Thousands of seeded schedules against what each kind promises. A failure names its seed, which repeats it.</summary>
public sealed class KeySearchTests
{
    private const int Seeds = 1_500;
    private const int Happenings = 60;

    [Theory]
    [InlineData((int)FlowKind.Concurrency)]
    [InlineData((int)FlowKind.Singleton)]
    public void No_schedule_lets_too_many_hold_a_key_or_leaves_a_free_place_to_nobody(int kind) => Search((FlowKind)kind, static (random, key) =>
    {
        var held = key.State!.Entries.Holding;
        Assert.True(held <= key.Limit, $"{held} hold a key with the limit {key.Limit}.");
        Assert.True(key.State.Entries.Waiting == 0 || held == key.Limit, "A place is free, and somebody waits.");
    });

    [Fact]
    public void No_schedule_starts_more_runs_within_a_window_than_a_throttle_allows()
    {
        List<long> starts = [];
        Search(
            FlowKind.Throttle,
            (_, key) =>
            {
                Assert.True(key.State!.Entries.Waiting == 0 || key.State.WakeAtMs > key.NowMs, "Somebody waits, and the key does not want to be told the time.");
                for (var i = key.Limit; i < starts.Count; i++)
                    Assert.True(starts[i] - starts[i - key.Limit] >= key.WindowMs, $"{key.Limit + 1} runs started within {starts[i] - starts[i - key.Limit]} ms of {key.WindowMs}.");
            },
            (key, told) => starts.AddRange(told.Where(static line => line.EndsWith("passes", StringComparison.Ordinal)).Select(_ => key.NowMs)),
            starts.Clear);
    }

    [Fact]
    public void No_schedule_makes_a_rate_limit_accept_too_many_or_refuse_without_need()
    {
        List<long> starts = [];
        Search(
            FlowKind.RateLimit,
            static (_, _) => { },
            (key, told) =>
            {
                foreach (var line in told)
                {
                    var within = starts.Count(start => start > key.NowMs - key.WindowMs);
                    Assert.Equal(within >= key.Limit, line.EndsWith("is refused", StringComparison.Ordinal));
                    if (within < key.Limit)
                        starts.Add(key.NowMs);
                }
            },
            starts.Clear);
    }

    [Fact]
    public void No_schedule_starts_a_debounced_run_before_its_window_is_over_or_after_a_later_one() => Search(FlowKind.Debounce, static (_, key) =>
    {
        Assert.True(key.State!.Entries.Count <= 1, "Two runs wait for one window.");
        Assert.Equal(key.State.Entries.Next?.AtMs + key.WindowMs, key.State.WakeAtMs);
    });

    // Runs claim once, as the engine's do, since a start may be told twice otherwise and would be counted twice here.
    private static void Search(FlowKind kind, Action<Random, PlayedKey> check, Action<PlayedKey, string[]>? told = null, Action? begin = null)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var key = new PlayedKey(kind, kind == FlowKind.Singleton ? 1 : random.Next(1, 4), random.Next(1, 50));
            begin?.Invoke();
            try
            {
                key.Claim("run_0");
                told?.Invoke(key, ["run_0 passes"]);
                for (var i = 1; i <= Happenings; i++)
                {
                    var lines = Step(random, key, i);
                    told?.Invoke(key, lines);
                    check(random, key);
                    if (random.Next(8) == 0)
                        key.Reload();
                }

                EndsWhenAllLeave(key);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Seed {seed} of {kind}: {failure.Message}"), failure);
            }
        }
    }

    private static string[] Step(Random random, PlayedKey key, int number)
    {
        key.NowMs += random.Next(4) == 0 ? random.Next(60) : random.Next(3);
        return random.Next(5) switch
        {
            0 => key.Leave($"run_{random.Next(number)}"),
            1 => key.Tell(key.NowMs),
            2 when key.State?.WakeAtMs is { } wake && wake > key.NowMs => key.Tell(wake),
            _ => key.Claim($"run_{number}", random.Next(-1, 2)),
        };
    }

    // Whatever happened: once all runs have left and the time has come, nothing remains.
    private static void EndsWhenAllLeave(PlayedKey key)
    {
        for (var i = 0; i <= Happenings; i++)
            key.Leave($"run_{i}");
        for (var i = 0; i <= Happenings && key.State?.WakeAtMs is { } wake; i++)
            key.Tell(wake);
        Assert.Empty(key.State!.Entries);
        Assert.Null(key.State.WakeAtMs);
    }
}
