using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3002: the values of a declaration are in their range.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueRangeAnalyzer() : ComponentRuleAnalyzer(Rules.ValueOutOfRange)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        ValueRangeRule.Find(method, known, cancellationToken);
}
