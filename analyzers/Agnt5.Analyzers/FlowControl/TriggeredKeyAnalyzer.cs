using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3012: a key expression leads to a key in triggered runs too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TriggeredKeyAnalyzer() : ComponentRuleAnalyzer(Rules.KeyOfDirectRunsAlone)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        TriggeredKeyRule.Find(method, known, cancellationToken);
}
