using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Runs;

namespace Agnt5.Local.Tests.Search;

/// <summary>Runs of all sorts. Those of one schedule share a few keys, so that they get into each other's way.</summary>
internal sealed class RandomSpecs(Random random)
{
    // One rule for each key of a schedule: what a run is to be held to must not change while it runs.
    private readonly FlowClaim[] _keys =
    [
        Specs.Claim(FlowKind.Debounce, windowMs: random.Next(0, 3) * 500),
        Specs.Claim(FlowKind.RateLimit, random.Next(1, 6), 2_000),
        Specs.Claim(FlowKind.Throttle, random.Next(1, 4), 1_000),
        Specs.Claim(FlowKind.Singleton),
        Specs.Claim(FlowKind.MaxConcurrency, random.Next(1, 3)),
        Specs.Claim(FlowKind.Concurrency, random.Next(1, 3), value: "\"a-1\""),
        Specs.Claim(FlowKind.Concurrency, random.Next(1, 3), value: "\"a-2\""),
    ];

    private int _runs;

    public RunSpec Next() => Specs.Run($"run_{++_runs}", [.. Claims()]) with
    {
        Priority = random.Next(-1, 2),
        Retries = new(random.Next(1, 4), random.Next(0, 1_000), 10_000, BackoffKind.Exponential, 2),
        InvokesOnWaitTimeout = random.Next(2) == 0,
        WakesBesideWaits = random.Next(2) == 0,
    };

    private IEnumerable<FlowClaim> Claims()
    {
        // The kinds that hold a key get into the way the most.
        for (var key = 0; key < _keys.Length - 2; key++)
        {
            if (random.Next(_keys[key].Key.Kind < FlowKind.Singleton ? 5 : 2) == 0)
                yield return _keys[key];
        }

        if (random.Next(4) != 0)
            yield return _keys[^(1 + random.Next(2))];
    }
}
