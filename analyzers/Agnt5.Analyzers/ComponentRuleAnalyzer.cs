using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers;

/// <summary>A rule about one component's declaration. The predicate is the one that the generator decides by.</summary>
public abstract class ComponentRuleAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _rule;

    private protected ComponentRuleAnalyzer(DiagnosticDescriptor rule) => _rule = rule;

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } known)
                Register(start, known);
        });
    }

    /// <summary>Finds what breaks the rule in a method that has a component attribute.</summary>
    private protected abstract IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken);

    private protected virtual void Register(CompilationStartAnalysisContext start, KnownSymbols known) =>
        start.RegisterSymbolAction(
            symbol => Report((IMethodSymbol)symbol.Symbol, known, symbol.ReportDiagnostic, symbol.CancellationToken),
            SymbolKind.Method);

    private protected void Report(IMethodSymbol method, KnownSymbols known, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (!ComponentMark.IsComponent(method, known))
            return;
        Report(Find(method, known, cancellationToken).Where(static problem => !problem.IsToldElsewhere), report);
    }

    private protected void Report(IEnumerable<ShapeProblem> problems, Action<Diagnostic> report)
    {
        foreach (var problem in problems)
            report(Diagnostic.Create(_rule, problem.Location, problem.Suggestion?.ToProperties(), problem.Arguments));
    }
}
