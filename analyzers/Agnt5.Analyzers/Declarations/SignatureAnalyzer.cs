using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Declarations;

/// <summary>AGT1004: generated code can call the method with values from JSON.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SignatureAnalyzer() : ComponentRuleAnalyzer(Rules.UnsupportedShape)
{
    private protected override IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken) =>
        SignatureRule.Find(method, known, cancellationToken);

    // Local functions and lambdas may also have attributes, and no symbol action visits them.
    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols known)
    {
        base.Register(start, known);
        start.RegisterOperationAction(
            operation => Report(((ILocalFunctionOperation)operation.Operation).Symbol, known, operation.ReportDiagnostic, operation.CancellationToken),
            OperationKind.LocalFunction);
        start.RegisterOperationAction(
            operation => Report(((IAnonymousFunctionOperation)operation.Operation).Symbol, known, operation.ReportDiagnostic, operation.CancellationToken),
            OperationKind.AnonymousFunction);
    }
}
