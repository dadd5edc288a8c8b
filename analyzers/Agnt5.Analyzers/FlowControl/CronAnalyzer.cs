using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.FlowControl;

/// <summary>AGT3007: AGNT5 can read the schedule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CronAnalyzer() : ComponentRuleAnalyzer(Rules.InvalidCron)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        PolicyRule.FindInComponent(method, RuleIds.InvalidCron, CronRule.Find, known, cancellationToken);
}
