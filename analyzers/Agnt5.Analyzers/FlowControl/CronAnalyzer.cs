using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3007: a schedule is one that AGNT5 reads.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CronAnalyzer() : ComponentRuleAnalyzer(Rules.InvalidCron)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInComponent(method, RuleIds.InvalidCron, CronRule.Find, known, cancellationToken);
}
