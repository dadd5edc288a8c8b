using System.Collections.Concurrent;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Types;

/// <summary>AGT2008 for members of other assemblies: gathers their uses while the project is read, and reports each member at the first of them.</summary>
internal sealed class UntypedUses
{
    private readonly ConcurrentBag<(TypeProblem Problem, Location Location)> _uses = [];

    public void Add(TypeProblem problem, Location location) => _uses.Add((problem, location));

    public void Report(CompilationAnalysisContext context)
    {
        var first = _uses
            .OrderBy(static use => use.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static use => use.Location.SourceSpan.Start)
            .GroupBy(static use => use.Problem.Cause!.OriginalDefinition, SymbolEqualityComparer.Default)
            .Select(static uses => uses.First());
        foreach (var (problem, location) in first)
            context.ReportDiagnostic(Diagnostic.Create(Rules.UntypedElsewhere, location, problem.Path, problem.Reason));
    }
}
