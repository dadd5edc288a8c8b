using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers;

/// <summary>The analyzer of one rule. It reports nothing in projects without Agnt5.</summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _rule;

    private protected RuleAnalyzer(DiagnosticDescriptor rule) => _rule = rule;

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (SdkUse.Find(start.Compilation, start.Options) is { } known)
                Register(start, known);
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext start, KnownSymbols known);

    private protected void Report(IEnumerable<ShapeProblem> problems, Action<Diagnostic> report)
    {
        foreach (var problem in problems)
            report(Diagnostic.Create(_rule, problem.Location, problem.Suggestion?.ToProperties(), problem.Arguments));
    }
}
