using System.Collections.Concurrent;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Types;

/// <summary>AGT2010 and AGT2011: reports advice about the members of inputs, once for each member of this project, however many components take it.</summary>
internal sealed class LimitAdviceReport
{
    private readonly ConcurrentDictionary<ISymbol, byte> _slow = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, byte> _unbounded = new(SymbolEqualityComparer.Default);

    public void Report(IEnumerable<NodeProblem> advice, SymbolAnalysisContext context)
    {
        foreach (var one in advice)
        {
            var member = one.Cause!.OriginalDefinition;
            var location = member.Locations.FirstOrDefault(location => location.SourceTree is { } tree && context.Compilation.ContainsSyntaxTree(tree));
            var (rule, reported) = one.RuleId == RuleIds.SlowPattern ? (Rules.SlowPattern, _slow) : (Rules.UnboundedCollection, _unbounded);
            if (location is not null && reported.TryAdd(member, 0))
                context.ReportDiagnostic(Diagnostic.Create(rule, location, one.Path, one.Reason));
        }
    }
}
