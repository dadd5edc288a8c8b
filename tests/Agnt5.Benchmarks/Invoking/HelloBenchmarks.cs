using BenchmarkDotNet.Attributes;

namespace Agnt5.Benchmarks.Invoking;

/// <summary>What the smallest signed invoke costs from its bytes to the answer's bytes, without a web server. Aim: at most 4 KB.</summary>
public class HelloBenchmarks
{
    private readonly InMemoryEndpoint _endpoint = new(InvokeBodies.Hello, """{"status":"completed","output":{"message":"hello Ada"}}""");

    [Benchmark]
    public Task<int> Hello() => _endpoint.InvokeAsync();
}
