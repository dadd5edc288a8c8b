using BenchmarkDotNet.Attributes;

namespace Agnt5.Benchmarks.Typing;

/// <summary>The cost of writing a step result or event data, compared with a context of System.Text.Json's own generator. Aim: a ratio of at most 1.2.</summary>
public class RecordWritingBenchmarks
{
    public static IEnumerable<Shape> Shapes => Shape.All;

    [ParamsSource(nameof(Shapes))]
    public Shape Type { get; set; } = null!;

    [Benchmark(Baseline = true)]
    public byte[] Context() => Type.WriteRecordByContext();

    [Benchmark]
    public byte[] Generated() => Type.WriteRecord();
}
