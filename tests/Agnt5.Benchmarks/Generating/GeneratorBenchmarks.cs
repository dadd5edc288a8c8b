using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace Agnt5.Benchmarks.Generating;

/// <summary>What the generator costs a build, and what it costs each keystroke elsewhere in the project. Aim: 1,000 components in 100 ms after an unrelated edit.</summary>
public class GeneratorBenchmarks
{
    private GeneratorProject _project = null!;
    private GeneratorDriver _warm = null!;

    [Params(1, 100, 1000)]
    public int Components { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _project = new GeneratorProject(Components);
        ThrowUnlessGenerated();
        ThrowUnlessCachedAfterUnrelatedEdit();
        _warm = GeneratorProject.CreateDriver().RunGenerators(_project.Compilation);
    }

    [Benchmark]
    public GeneratorDriver Cold() => GeneratorProject.CreateDriver().RunGenerators(_project.Compile());

    [Benchmark]
    public GeneratorDriver AfterUnrelatedEdit() => _warm.RunGenerators(_project.EditUnrelated());

    private void ThrowUnlessGenerated()
    {
        GeneratorProject.CreateDriver().RunGeneratorsAndUpdateCompilation(_project.Compilation, out var generated, out _);
        var errors = generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(3).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException($"The generated project does not compile: {string.Join("; ", errors)}");
        if (!generated.ContainsSymbolsWithName("Agnt5Components"))
            throw new InvalidOperationException("The generator wrote no catalog.");
    }

    private void ThrowUnlessCachedAfterUnrelatedEdit()
    {
        var steps = GeneratorProject.CreateDriver(trackSteps: true)
            .RunGenerators(_project.Compilation)
            .RunGenerators(_project.EditUnrelated())
            .GetRunResult().Results.Single().TrackedOutputSteps;
        var rerun = steps
            .Where(step => step.Value.Any(run => run.Outputs.Any(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))))
            .Select(step => step.Key)
            .ToList();
        if (steps.IsEmpty || rerun.Count > 0)
            throw new InvalidOperationException($"An unrelated edit ran these output steps again: {string.Join(", ", rerun)}");
    }
}
