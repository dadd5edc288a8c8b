using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace Agnt5.Benchmarks.Generating;

/// <summary>The cost of types in a build that opens the project. Aim: ten times the types take ten times the time, for any distribution over components.</summary>
public class TypeBenchmarks
{
    private GeneratorProject _apart = null!;
    private GeneratorProject _together = null!;

    [Params(1, 10, 100, 1000)]
    public int Types { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // One in five is an enum, which has no separate file.
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
