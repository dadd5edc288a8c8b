using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3004: a key expression leads to a value of the component's input.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyExpressionAnalyzer() : ComponentRuleAnalyzer(Rules.UnresolvedKeyExpression)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        KeyExpressionRule.Find(method, known, cancellationToken);
}
