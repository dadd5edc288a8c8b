using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace Agnt5.Benchmarks.Generating;

/// <summary>The generator's cost for a build, and for each keystroke elsewhere in the project. Aim: 1,000 components in 100 ms after an unrelated edit.</summary>
public class GeneratorBenchmarks
{
    private GeneratorProject _opened = null!;
    private GeneratorProject _project = null!;
    private GeneratorDriver _warm = null!;

    [Params(1, 100, 1000)]
    public int Components { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _project = new GeneratorProject(ComponentSources.Create(Components));
        GeneratedOutput.ThrowUnlessComplete(_project, Components);
        GeneratedOutput.ThrowUnlessCached(_project, _project.EditBody());
        GeneratedOutput.ThrowUnlessCached(_project, _project.EditDeclarations());
        _warm = GeneratorProject.CreateDriver().RunGenerators(_project.Compilation);
    }

    // New sources each time, parsed outside the measurement, because the generator may remember what it read from a file.
    [IterationSetup(Target = nameof(Cold))]
    public void Open() => _opened = new GeneratorProject(ComponentSources.Create(Components));

    [Benchmark]
    public GeneratorDriver Cold() => GeneratorProject.CreateDriver().RunGenerators(_opened.Compilation);

    [Benchmark]
    public GeneratorDriver AfterUnrelatedEdit() => _warm.RunGenerators(_project.EditBody());

    [Benchmark]
    public GeneratorDriver AfterUnrelatedDeclaration() => _warm.RunGenerators(_project.EditDeclarations());
}
