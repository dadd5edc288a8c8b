using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3010: no trigger gathers events.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BatchWindowAnalyzer() : ComponentRuleAnalyzer(Rules.BatchWindow)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInComponent(method, RuleIds.BatchWindow, BatchWindowRule.Find, known, cancellationToken);
}
