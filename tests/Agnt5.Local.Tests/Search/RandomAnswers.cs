using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Runs;

namespace Agnt5.Local.Tests.Search;

/// <summary>All that an endpoint may answer.</summary>
internal sealed class RandomAnswers(Random random)
{
    private static readonly string[] Signals = ["paid", "packed"];

    public string Signal() => Signals[random.Next(Signals.Length)];

    public SliceAnswer Next(long nowMs) => random.Next(10) switch
    {
        0 => Specs.Completed(),
        1 or 2 => Specs.Failed(isRetryable: random.Next(5) != 0),
        3 => Specs.UsedUpItsBudget(),
        4 or 5 => Specs.Sleeps(nowMs + random.Next(-100, 2_000)),
        6 or 7 => Specs.WaitsFor(Signal(), MaybeAfter(nowMs), MaybeAfter(nowMs)),
        _ => Specs.Asks(random.Next(2), MaybeAfter(nowMs), MaybeAfter(nowMs)),
    };

    private long? MaybeAfter(long nowMs) => random.Next(2) == 0 ? null : nowMs + random.Next(0, 2_000);
}
