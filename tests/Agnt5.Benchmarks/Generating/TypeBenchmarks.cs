using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace Agnt5.Benchmarks.Generating;

/// <summary>What types cost a build that opens the project. Aim: ten times the types, ten times the time, however they are spread over components.</summary>
public class TypeBenchmarks
{
    private GeneratorProject _apart = null!;
    private GeneratorProject _together = null!;

    [Params(1, 10, 100, 1000)]
    public int Types { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // One in five is an enum, which has no file of its own.
        GeneratedOutput.ThrowUnlessComplete(new GeneratorProject(TypeSources.Apart(Types)), Types * 4 / 5);
        GeneratedOutput.ThrowUnlessComplete(new GeneratorProject(TypeSources.Together(Types)), Types * 4 / 5);
    }

    [IterationSetup(Target = nameof(Apart))]
    public void OpenApart() => _apart = new GeneratorProject(TypeSources.Apart(Types));

    [IterationSetup(Target = nameof(Together))]
    public void OpenTogether() => _together = new GeneratorProject(TypeSources.Together(Types));

    [Benchmark]
    public GeneratorDriver Apart() => GeneratorProject.CreateDriver().RunGenerators(_apart.Compilation);

    [Benchmark]
    public GeneratorDriver Together() => GeneratorProject.CreateDriver().RunGenerators(_together.Compilation);
}
