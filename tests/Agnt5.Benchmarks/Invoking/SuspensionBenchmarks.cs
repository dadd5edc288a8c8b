using BenchmarkDotNet.Attributes;

namespace Agnt5.Benchmarks.Invoking;

/// <summary>The cost of a slice that runs a step, records it and suspends. Aim: at most 8 KB.</summary>
public class SuspensionBenchmarks
{
    private readonly InMemoryEndpoint _endpoint = new(InvokeBodies.Suspend, """{"status":"suspended","reason":"timer",""");

    [Benchmark]
    public Task<int> Suspend() => _endpoint.InvokeAsync();
}
