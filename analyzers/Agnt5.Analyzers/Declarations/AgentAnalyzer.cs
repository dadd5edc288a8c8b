using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>AGT1009: an agent has what it needs to run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AgentAnalyzer() : ComponentRuleAnalyzer(Rules.UnfitAgent)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        AgentRule.Find(method, known, cancellationToken);
}
