using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers;

/// <summary>A rule about the values of policies. Components may share policies, so it checks those of attribute classes and of the assembly there, once.</summary>
public abstract class PolicyRuleAnalyzer : ComponentRuleAnalyzer
{
    private protected PolicyRuleAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    /// <summary>Finds the problems in the policies that an attribute class or the assembly gives to components.</summary>
    private protected abstract IEnumerable<ShapeProblem> FindInCarrier(ISymbol carrier, KnownSymbols known, CancellationToken cancellationToken);

    private protected sealed override void Register(CompilationStartAnalysisContext start, KnownSymbols known)
    {
        base.Register(start, known);
        start.RegisterSymbolAction(symbol => ReportAttributeClass(symbol, known), SymbolKind.NamedType);
        start.RegisterSyntaxNodeAction(node => ReportAssembly(node, known), SyntaxKind.CompilationUnit);
    }

    private void ReportAttributeClass(SymbolAnalysisContext context, KnownSymbols known)
    {
        if (AttributeClasses.IsOne(context.Symbol))
            Report(FindInCarrier(context.Symbol, known, context.CancellationToken), context.ReportDiagnostic);
    }

    // Any file may have attributes of the assembly, and the analyzer looks at each file by itself.
    private void ReportAssembly(SyntaxNodeAnalysisContext context, KnownSymbols known)
    {
        if (((CompilationUnitSyntax)context.Node).AttributeLists.Count == 0)
            return;
        var tree = context.Node.SyntaxTree;
        Report(
            FindInCarrier(context.Compilation.Assembly, known, context.CancellationToken).Where(problem => problem.Location.SourceTree == tree),
            context.ReportDiagnostic);
    }
}
