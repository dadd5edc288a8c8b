using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3001: no component declares batches.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BatchAnalyzer() : PolicyRuleAnalyzer(Rules.BatchDeclared)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInComponent(method, RuleIds.BatchDeclared, BatchRule.Find, known, cancellationToken);

    private protected override IEnumerable<ShapeProblem> FindInCarrier(ISymbol carrier, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInCarrier(carrier, RuleIds.BatchDeclared, BatchRule.Find, known, cancellationToken);
}
