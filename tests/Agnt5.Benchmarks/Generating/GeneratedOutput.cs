using Microsoft.CodeAnalysis;

namespace Agnt5.Benchmarks.Generating;

/// <summary>Checks a project's generated code, so that measurements of it mean something.</summary>
internal static class GeneratedOutput
{
    /// <summary>Every component or object type has its file, and the whole compiles.</summary>
    public static void ThrowUnlessComplete(GeneratorProject project, int count)
    {
        var driver = GeneratorProject.CreateDriver().RunGeneratorsAndUpdateCompilation(project.Compilation, out var generated, out _);
        var files = driver.GetRunResult().GeneratedTrees.Length;
        if (files <= count)
            throw new InvalidOperationException($"The generator wrote {files} files for {count} components or types.");

        var errors = generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(3).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException($"The generated project does not compile: {string.Join("; ", errors)}");
    }

    /// <summary>An edit makes no output step run again.</summary>
    public static void ThrowUnlessCached(GeneratorProject project, Compilation edited)
    {
        var steps = GeneratorProject.CreateDriver(trackSteps: true)
            .RunGenerators(project.Compilation)
            .RunGenerators(edited)
            .GetRunResult().Results.Single().TrackedOutputSteps;
        var rerun = steps
            .Where(step => step.Value.Any(run => run.Outputs.Any(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))))
            .Select(step => step.Key)
            .ToList();
        if (steps.IsEmpty || rerun.Count > 0)
            throw new InvalidOperationException($"An unrelated edit ran these output steps again: {string.Join(", ", rerun)}");
    }
}
