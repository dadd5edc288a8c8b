using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3006: the runs of a singleton wait for each other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SingletonModeAnalyzer() : PolicyRuleAnalyzer(Rules.SingletonMode)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInComponent(method, RuleIds.SingletonMode, SingletonModeRule.Find, known, cancellationToken);

    private protected override IEnumerable<ShapeProblem> FindInCarrier(ISymbol carrier, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInCarrier(carrier, RuleIds.SingletonMode, SingletonModeRule.Find, known, cancellationToken);
}
