using BenchmarkDotNet.Attributes;

namespace Agnt5.Benchmarks.Typing;

/// <summary>The cost of binding a document, compared with a context of System.Text.Json's own generator. Aim: a ratio of at most 1.2.</summary>
public class ReadingBenchmarks
{
    public static IEnumerable<Shape> Shapes => Shape.All;

    [ParamsSource(nameof(Shapes))]
    public Shape Type { get; set; } = null!;

    [Benchmark(Baseline = true)]
    public object? Context() => Type.ReadByContext();

    [Benchmark]
    public object? Generated() => Type.Read();
}
