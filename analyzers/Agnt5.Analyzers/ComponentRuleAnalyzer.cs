using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers;

/// <summary>A rule about one component's declaration. The generator decides by the same predicate.</summary>
public abstract class ComponentRuleAnalyzer : RuleAnalyzer
{
    private protected ComponentRuleAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    /// <summary>Finds the problems in a method that has a component attribute.</summary>
    private protected abstract IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken);

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols known) =>
        start.RegisterSymbolAction(
            symbol => Report((IMethodSymbol)symbol.Symbol, known, symbol.ReportDiagnostic, symbol.CancellationToken),
            SymbolKind.Method);

    private protected void Report(IMethodSymbol method, KnownSymbols known, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (ComponentMark.IsComponent(method, known))
            Report(Find(method, known, cancellationToken).Where(static problem => !problem.IsToldElsewhere), report);
    }
}
