using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Tests.Flow;

/// <summary>Keys under what no engine should do to them: doubled claims, limits from nowhere, clocks that jump, at any time.</summary>
public sealed class KeyChaosTests
{
    [Fact]
    public void Nothing_that_happens_in_any_order_loses_a_run_in_line_or_counts_one_twice()
    {
        foreach (var kind in Enum.GetValues<FlowKind>())
            for (var seed = 0; seed < 1_000; seed++)
            {
                var random = new Random(seed);
                var key = new PlayedKey(kind);
                for (var i = 0; i < 60; i++)
                    Happen(random, key);
                if (key.State is null)
                    continue;

                Assert.Equal(key.State.Entries.Count, key.State.Entries.Select(static entry => entry.RunId).Distinct().Count());
                Assert.Equal(key.State.Entries.Count, key.State.Entries.Select(static entry => entry.Number).Distinct().Count());
                Assert.All(key.State.Entries, entry => Assert.True(entry.Number <= key.State.LastNumber));
                Assert.True(key.State.Entries.Waiting == 0 || key.State.Entries.Holding > 0 || key.State.WakeAtMs is not null, $"Seed {seed} of {kind}: somebody waits for nothing.");
            }
    }

    [Fact]
    public void A_line_of_a_hundred_thousand_costs_no_more_for_each_run_than_a_short_one()
    {
        const int count = 100_000;
        KeyState? state = null;
        var claim = new FlowClaim(new(FlowKind.Concurrency, "project", "\"all\""), 1, 0);
        for (var i = 0; i < count; i++)
            state = KeyMachine.Apply(state, new Claimed(i, $"run_{i}", i % 3, claim)).State;
        Assert.Equal(count - 1, state!.Entries.Waiting);

        // Half of the runs are cancelled in line, the last one first. Were the line searched from its beginning, this would take hours.
        for (var i = count - 1; i >= count / 2; i--)
            state = KeyMachine.Apply(state, new Left(count, $"run_{i}")).State;

        var ended = 0;
        for (var holder = "run_0"; holder is not null; ended++)
        {
            (state, var effects) = KeyMachine.Apply(state, new Left(count, holder));
            holder = effects.OfType<TellRun>().SingleOrDefault()?.RunId;
        }

        Assert.Equal(count / 2, ended);
        Assert.Empty(state!.Entries);
    }

    private static void Happen(Random random, PlayedKey key)
    {
        var run = $"run_{random.Next(12)}";
        key.NowMs += random.Next(5) == 0 ? random.Next(-5_000, 5_000) : random.Next(20);
        key.Limit = random.Next(-1, 4);
        key.WindowMs = random.Next(12) == 0 ? long.MaxValue : random.Next(-1, 200);
        _ = random.Next(4) switch
        {
            0 => key.Leave(run),
            1 => key.Tell(key.State?.WakeAtMs is { } wake && wake < long.MaxValue && random.Next(2) == 0 ? wake : key.NowMs),
            _ => key.Claim(run, random.Next(-2, 3)),
        };
    }
}
