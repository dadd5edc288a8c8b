using BenchmarkDotNet.Attributes;

namespace Agnt5.Benchmarks.Typing;

/// <summary>The cost of writing an output into the response, compared with a context of System.Text.Json's own generator. Aim: a ratio of at most 1.2.</summary>
public class OutputWritingBenchmarks
{
    public static IEnumerable<Shape> Shapes => Shape.All;

    [ParamsSource(nameof(Shapes))]
    public Shape Type { get; set; } = null!;

    [Benchmark(Baseline = true)]
    public int Context() => Type.WriteOutputByContext();

    [Benchmark]
    public int Generated() => Type.WriteOutput();
}
