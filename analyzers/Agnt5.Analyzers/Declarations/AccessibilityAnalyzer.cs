using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>AGT1001: generated code must be able to name the component.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AccessibilityAnalyzer() : ComponentRuleAnalyzer(Rules.Inaccessible)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        AccessibilityRule.Find(method, known);
}
