using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3011: a scheduled component needs no input.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScheduledInputAnalyzer() : ComponentRuleAnalyzer(Rules.UnboundSchedule)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        ScheduledInputRule.Find(method, known, cancellationToken);
}
