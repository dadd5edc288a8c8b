using BenchmarkDotNet.Attributes;

namespace Agnt5.Benchmarks.Invoking;

/// <summary>The cost of a run that replays all its steps from the checkpoint. <see cref="ReplayCost"/> compares it with that of a <c>hello</c>.</summary>
public class ReplayBenchmarks
{
    private InMemoryEndpoint _endpoint = null!;

    [Params(RecordKind.Records, RecordKind.Numbers, RecordKind.Texts, RecordKind.LargeRecords)]
    public RecordKind Kind { get; set; }

    [Params(0, 1, 100, 1_000, Components.MostSteps)]
    public int RecordedSteps { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // The body of 10,000 large records would be larger than a request may be.
        var steps = Kind == RecordKind.LargeRecords ? Math.Min(RecordedSteps, 5_000) : RecordedSteps;
        _endpoint = new InMemoryEndpoint(InvokeBodies.Replay(Kind, steps), """{"status":"completed","output":""");
    }

    [Benchmark]
    public Task<int> Replay() => _endpoint.InvokeAsync();
}
