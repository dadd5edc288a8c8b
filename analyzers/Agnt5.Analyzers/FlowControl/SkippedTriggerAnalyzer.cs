using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3010: AGNT5 takes the trigger, and its filter is a predicate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SkippedTriggerAnalyzer() : ComponentRuleAnalyzer(Rules.SkippedTrigger)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        SkippedTriggerRule.Find(method, known, cancellationToken);
}
