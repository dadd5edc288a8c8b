using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3005: a priority is static.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticPriorityAnalyzer() : PolicyRuleAnalyzer(Rules.PriorityExpression)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInComponent(method, RuleIds.PriorityExpression, StaticPriorityRule.Find, known, cancellationToken);

    private protected override IEnumerable<ShapeProblem> FindInCarrier(ISymbol carrier, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInCarrier(carrier, RuleIds.PriorityExpression, StaticPriorityRule.Find, known, cancellationToken);
}
