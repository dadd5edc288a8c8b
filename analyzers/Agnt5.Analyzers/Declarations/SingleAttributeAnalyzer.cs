using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>AGT1007: one component attribute on one method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SingleAttributeAnalyzer() : ComponentRuleAnalyzer(Rules.SeveralComponentAttributes)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        SingleAttributeRule.Find(method, known, cancellationToken);
}
