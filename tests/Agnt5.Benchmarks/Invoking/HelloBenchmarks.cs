using BenchmarkDotNet.Attributes;

namespace Agnt5.Benchmarks.Invoking;

/// <summary>The cost of the smallest signed invoke, from its bytes to the answer's bytes, without a web server. Aim: at most 4 KB.</summary>
public class HelloBenchmarks
{
    private const string Answer = """{"status":"completed","output":{"message":"hello Ada"}}""";

    private readonly InMemoryEndpoint _endpoint = new(InvokeBodies.Hello, Answer);
    private readonly InMemoryEndpoint _endpointWithBudget = new(InvokeBodies.HelloWithBudget, Answer);

    [Benchmark]
    public Task<int> Hello() => _endpoint.InvokeAsync();

    /// <summary>It also measures the way over the thread pool, which lets the endpoint answer when a body blocks.</summary>
    [Benchmark]
    public Task<int> HelloWithBudget() => _endpointWithBudget.InvokeAsync();
}
