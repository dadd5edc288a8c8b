using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace Agnt5.Benchmarks.Invoking;

/// <summary>The cost of a run that replays all its steps from the checkpoint.</summary>
public class ReplayBenchmarks
{
    private InMemoryEndpoint _endpoint = null!;

    [Params(1, 10, 100)]
    public int RecordedSteps { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var total = (12.50m * RecordedSteps).ToString(CultureInfo.InvariantCulture);
        _endpoint = new InMemoryEndpoint(InvokeBodies.Replay(RecordedSteps), $$"""{"status":"completed","output":{{total}},""");
    }

    [Benchmark]
    public Task<int> Replay() => _endpoint.InvokeAsync();
}
