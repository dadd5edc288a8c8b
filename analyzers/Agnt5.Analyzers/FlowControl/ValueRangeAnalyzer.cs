using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3002: the values of a declaration are in their range.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueRangeAnalyzer() : PolicyRuleAnalyzer(Rules.ValueOutOfRange)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        ValueRangeRule.Find(method, known, cancellationToken);

    private protected override IEnumerable<ShapeProblem> FindInCarrier(ISymbol carrier, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInCarrier(carrier, RuleIds.ValueOutOfRange, ValueRangeRule.Find, known, cancellationToken);
}
