using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3003: a policy has one key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyTwiceAnalyzer() : PolicyRuleAnalyzer(Rules.KeyTwice)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInComponent(method, RuleIds.KeyTwice, KeyTwiceRule.Find, known, cancellationToken);

    private protected override IEnumerable<ShapeProblem> FindInCarrier(ISymbol carrier, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInCarrier(carrier, RuleIds.KeyTwice, KeyTwiceRule.Find, known, cancellationToken);
}
